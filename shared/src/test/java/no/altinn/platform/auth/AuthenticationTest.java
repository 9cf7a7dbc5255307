package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.http.Accept;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.SigningKeys;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class AuthenticationTest {
    private static final Accept PROBLEM = Accept.parse("application/problem+json");

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final URI URL = URI.create("https://platform.altinn.no/events/api/v1/events");

    private static final TestKeys OTHER = TestKeys.of("other");

    private final MutableClock clock = MutableClock.at(NOW);
    private final TestTokens tokens = new TestTokens(clock);
    private final Authentication authentication = authentication(AcceptedTokens.validator(tokens));

    private Authentication authentication(AltinnTokenValidator bearers) {
        return new Authentication(
                new BearerToken("AltinnStudioRuntime", URL),
                bearers,
                new PlatformAccessTokenValidator(
                        issuer ->
                                Optional.of(
                                        TestCertificates.selfSigned(
                                                tokens.keys(), NOW, NOW.plusSeconds(60))),
                        clock),
                new TokenAdvice(URL, clock));
    }

    private static Request request(String header, String value) {
        return new Request("POST", URL, Map.of(header, value), "");
    }

    private static void assertUnauthorized(Authentication authentication, Request request) {
        assertThatThrownBy(() -> authentication.bearer(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p ->
                                assertThat(p.answer())
                                        .isEqualTo(
                                                Answer.empty(401)
                                                        .with(
                                                                "WWW-Authenticate",
                                                                "Bearer error=\"invalid_token\"")));
    }

    @Test
    void aGoodBearerTokenTellsTheCaller() {
        String jwt = tokens.bearer(claims -> claims.put("urn:altinn:userid", 1));

        assertThat(authentication.bearer(request("Authorization", "Bearer " + jwt)))
                .hasValueSatisfying(token -> assertThat(token.identity()).contains("/user/1"));
    }

    @Test
    void whoSendsNoneIsNobody() {
        assertThat(authentication.bearer(request("Accept", "*/*"))).isEmpty();
        assertThat(authentication.platformAccessToken(request("Accept", "*/*"))).isEmpty();
    }

    @Test
    void whoSendsABadOneIsUnauthorized() {
        assertUnauthorized(authentication, request("Authorization", "Bearer x"));
        assertUnauthorized(authentication, request("Authorization", "Bearer"));
        assertUnauthorized(
                authentication, request("Authorization", "Bearer " + "a".repeat(20_000)));
        assertUnauthorized(authentication, request("Cookie", ".ALTINNTOKEN=chunks-2"));
    }

    @Test
    void aPlatformAccessTokenIsNoBearer() {
        String jwt = tokens.platformAccessToken("ttd", "app");

        assertUnauthorized(authentication, request("Authorization", "Bearer " + jwt));
    }

    @Test
    void anIssuerThatIsAwayMakesNoTokenBad() {
        SigningKeys away =
                kid -> {
                    throw new Unavailable("away");
                };
        Authentication unable =
                authentication(
                        new AltinnTokenValidator(
                                away, new TokenIssuers(Set.of(TestTokens.ISSUER), false), clock));
        Request request = request("Authorization", "Bearer " + tokens.bearer(claims -> {}));

        assertThatThrownBy(() -> unable.bearer(request)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPlatformAccessTokenIsReadFromItsHeader() {
        String jwt = tokens.platformAccessToken("ttd", "app");

        assertThat(authentication.platformAccessToken(request("platformaccesstoken", jwt)))
                .contains(new PlatformAccessToken("ttd", "app"));
    }

    @Test
    void aFloodOfMadeUpIssuersAtPrivateEndpointsKeepsNobodyOut() {
        Set<String> accepted = Set.of("platform");
        List<String> asked = new ArrayList<>();
        PlatformCertificates store =
                issuer -> {
                    asked.add(issuer);
                    return Optional.of(
                            TestCertificates.selfSigned(tokens.keys(), NOW, NOW.plusSeconds(60)));
                };
        Authentication flooded =
                new Authentication(
                        new BearerToken("AltinnStudioRuntime", URL),
                        AcceptedTokens.validator(tokens),
                        new PlatformAccessTokenValidator(
                                new CachedPlatformCertificates(store, accepted, clock), clock),
                        new TokenAdvice(URL, clock));

        for (int i = 0; i < 50; i++) {
            String forged = new TestTokens(clock, OTHER).platformAccessToken("made-up-" + i, "app");
            assertThatThrownBy(
                            () ->
                                    flooded.platformAccessToken(
                                            request("PlatformAccessToken", forged), accepted))
                    .isInstanceOf(Problem.class);
        }

        assertThat(asked).isEmpty();
        String app = tokens.platformAccessToken("ttd", "app");
        assertThat(flooded.platformAccessToken(request("PlatformAccessToken", app))).isPresent();
    }

    @Test
    void aBadPlatformAccessTokenIsRefused() {
        String jwt = tokens.platformAccessToken("ttd", "app");

        for (String bad : List.of("x", jwt + "," + jwt, "Bearer " + jwt)) {
            Request request = request("PlatformAccessToken", bad);
            assertThatThrownBy(() -> authentication.platformAccessToken(request))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.answer().status()).isEqualTo(403));
            assertThatThrownBy(
                            () -> authentication.platformAccessToken(request, Set.of("platform")))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.answer().status()).isEqualTo(401));
        }
    }

    @Test
    void theLogTellsWhereATokenOfAnotherIssuerBelongs() {
        String outside =
                TestTokens.ofForger(clock)
                        .bearer(claims -> claims.put("iss", "https://test.maskinporten.no/"));
        Request request = request("Authorization", "Bearer " + outside);

        assertThatThrownBy(() -> authentication.bearer(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p ->
                                assertThat(p.reason().orElseThrow())
                                        .startsWith("Bearer token: The token's ")
                                        .contains(
                                                ". It is a token of Maskinporten. Exchange it first"
                                                        + " at ")
                                        .doesNotContain("eyJ"));
    }

    @Test
    void theLogKnowsMoreOfARefusedTokenThanItsSender() {
        String forged = TestTokens.ofForger(clock).bearer(claims -> {});
        Request request = request("Authorization", "Bearer " + forged);

        assertThatThrownBy(() -> authentication.bearer(request))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.reason().orElseThrow())
                                    .isEqualTo("Bearer token: The token's signature is wrong");
                            assertThat(p.answer(PROBLEM).body())
                                    .contains("not accepted here")
                                    .doesNotContain("signature");
                        });
    }
}
