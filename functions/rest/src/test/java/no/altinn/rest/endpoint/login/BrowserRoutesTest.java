package no.altinn.rest.endpoint.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.OutsideTokens;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.json.Json;
import no.altinn.rest.door.DoorBed;
import no.altinn.rest.door.DoorBed.Answer;
import no.altinn.rest.login.BrowserLogin;
import no.altinn.rest.login.IdentityProvider;
import no.altinn.rest.login.KnownPersons;
import no.altinn.rest.login.LoginBed;
import no.altinn.rest.login.LoginRefused;
import no.altinn.rest.login.ReturnAddresses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

class BrowserRoutesTest {
    private static final String BACK = "https://rest.example/api/my/messages?a=%C3%A5&b=1";

    private final LoginBed bed = new LoginBed();
    private final OutsideTokens idPorten = new OutsideTokens("https://idporten.no", bed.clock);
    private final Provider provider = new Provider();
    private final BrowserLogin logins =
            bed.browserLogin(
                    provider,
                    idPorten.issuer(),
                    BrowserRoutes.callback(DoorBed.BASE),
                    new ReturnAddresses(
                            DoorBed.BASE, origin -> origin.toString().equals(DoorBed.ORIGIN)));
    private final DoorBed door = DoorBed.of(new BrowserRoutes(logins, DoorBed.BASE));

    /** ID-porten, where A logs in. */
    private final class Provider implements IdentityProvider {
        private QueryParameters asked = QueryParameters.parse("");
        private String person = KnownPersons.A;
        private Consumer<ObjectNode> change = claims -> {};
        private int redeemed;

        @Override
        public URI authorizationEndpoint() {
            return URI.create("https://login.idporten.no/authorize");
        }

        @Override
        public String redeem(String code, String verifier, URI redirect) {
            redeemed++;
            boolean isAsked =
                    code.equals("good")
                            && asked.first("code_challenge").orElse("").equals(hash(verifier))
                            && asked.first("redirect_uri").orElse("").equals(redirect.toString());
            if (!isAsked) {
                throw new LoginRefused("refused by the provider");
            }
            return idPorten.signed(
                    Json.object()
                            .put("aud", "rest")
                            .put("acr", "idporten-loa-high")
                            .put("pid", person)
                            .put("nonce", asked.first("nonce").orElse("")),
                    change);
        }
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer begin(String returnUrl) {
        return door.get(
                        "authentication/login?returnUrl="
                                + URLEncoder.encode(returnUrl, StandardCharsets.UTF_8))
                .without("ApiKey")
                .answer();
    }

    /** Begins a login and returns the cookie that the browser carries. */
    private String begun() {
        Answer answer = begin(BACK);
        assertThat(answer.status()).isEqualTo(302);
        provider.asked = QueryParameters.parse(URI.create(answer.header("Location")).getRawQuery());
        return cookie(answer);
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private Answer end(String state, String cookie) {
        return door.get("authentication/callback?code=good&state=" + state)
                .without("ApiKey")
                .with("Cookie", "OTHER=1; " + cookie)
                .answer();
    }

    private Answer end(String cookie) {
        return end(provider.asked.first("state").orElseThrow(), cookie);
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void aLoginBeginsAtIdPortenWithPkce() {
        Answer answer = begin(BACK);
        URI address = URI.create(answer.header("Location"));
        QueryParameters query = QueryParameters.parse(address.getRawQuery());

        assertThat(address.toString()).startsWith("https://login.idporten.no/authorize?");
        assertThat(query.first("response_type")).contains("code");
        assertThat(query.first("client_id")).contains("rest");
        assertThat(query.first("redirect_uri"))
                .contains("https://rest.example/api/authentication/callback");
        assertThat(query.first("scope").orElseThrow()).contains("openid");
        assertThat(query.first("code_challenge_method")).contains("S256");
        assertThat(query.first("state").orElseThrow()).hasSize(43);
        assertThat(answer.header("Set-Cookie"))
                .matches(
                        "\\.ALTINNLOGIN=[0-9A-F]+; path=/api/authentication/callback; HttpOnly;"
                                + " secure; SameSite=Lax");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aLoginEndsWhereThePersonWantedToGoWithACookie() {
        Answer answer = end(begun());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(BACK);
        assertThat(answer.header("Set-Cookie"))
                .matches("\\.ASPXAUTH=[0-9A-F]+; path=/; HttpOnly; secure; SameSite=None");
        String session = cookie(answer).substring(".ASPXAUTH=".length());
        assertThat(bed.sessions.resume(session).orElseThrow().user())
                .satisfies(
                        user -> {
                            assertThat(user.userId()).isEqualTo(LoginBed.OLA);
                            assertThat(user.level()).isEqualTo(4);
                        });
    }

    @Test
    void aBrowserThatHasNotBegunTheLoginDoesNotEndIt() {
        String mine = begun();
        String state = provider.asked.first("state").orElseThrow();
        String others = begun();

        assertRefused(end(state, others));
        assertRefused(end(state, ""));
        assertRefused(end(state, ".ALTINNLOGIN=00"));
        assertThat(provider.redeemed).isZero();
        assertThat(mine).isNotEqualTo(others);
    }

    @Test
    void aLoginEndsOnce() {
        String cookie = begun();
        assertThat(end(cookie).status()).isEqualTo(302);

        assertRefused(end(cookie));
        assertThat(provider.redeemed).isEqualTo(1);
    }

    @Test
    void aLoginTakesTenMinutesAtMost() {
        String cookie = begun();
        bed.clock.advance(Duration.ofMinutes(10));

        assertRefused(end(cookie));
    }

    @Test
    void whatTheProviderRefusesIsRefused() {
        String cookie = begun();

        Answer answer =
                door.get(
                                "authentication/callback?code=bad&state="
                                        + provider.asked.first("state").orElseThrow())
                        .with("Cookie", cookie)
                        .answer();

        assertRefused(answer);
    }

    @Test
    void anIdTokenOfAnotherLoginClientOrIssuerIsRefused() {
        for (Consumer<ObjectNode> change :
                java.util.List.<Consumer<ObjectNode>>of(
                        claims -> claims.put("nonce", "x"),
                        claims -> claims.remove("nonce"),
                        claims -> claims.put("aud", "other"),
                        claims -> claims.putArray("aud").add("rest").add("other"),
                        claims -> claims.put("iss", "https://maskinporten.no/"),
                        claims -> claims.put("exp", 1),
                        claims -> claims.put("acr", "x"),
                        claims -> claims.remove("pid"))) {
            String cookie = begun();
            provider.change = change;
            assertRefused(end(cookie));
        }
    }

    @Test
    void aPersonWhoIsNoUserIsNotLoggedIn() {
        String cookie = begun();
        provider.person = "01010112345";

        Answer answer = end(cookie);

        assertRefused(answer);
        assertThat(answer.reason()).isEqualTo("The person is no user of Altinn");
    }

    @Test
    void aPersonWhoCancelsIsNotLoggedIn() {
        assertRefused(door.get("authentication/callback?error=access_denied&state=x").answer());
        assertThat(door.get("authentication/callback").answer().status()).isEqualTo(400);
        assertThat(door.get("authentication/callback?code=good").answer().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rest.example",
                "HTTPS://REST.EXAMPLE:443/x",
                "https://www.eksempel.no/app#part",
                "https://www.eksempel.no"
            })
    void aReturnToUsOrAnApplicationIsAllowed(String returnUrl) {
        assertThat(begin(returnUrl).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://rest.example.evil.example/",
                "https://rest.example@evil.example/",
                "https://user@rest.example/",
                "https://rest.example:444/",
                "http://rest.example/",
                "https://evil.example\\@rest.example/",
                "https://rest.example\\.evil.example/",
                "//rest.example/",
                "/api/my/messages",
                "javascript:alert(1)",
                "https:rest.example",
                "https:///rest.example",
                "https://rest.example/\r\nSet-Cookie: a=b",
                " https://rest.example/",
                "x"
            })
    void aReturnToAnybodyElseIsNot(String returnUrl) {
        Answer answer = begin(returnUrl);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void aReturnIsNeededAndBounded() {
        assertThat(door.get("authentication/login").answer().status()).isEqualTo(400);
        assertThat(door.get("authentication/login?returnUrl=").answer().status()).isEqualTo(400);
        String start = "https://rest.example/";
        assertThat(begin(start + "a".repeat(2_000 - start.length())).status()).isEqualTo(302);
        Answer tooLong = begin(start + "a".repeat(2_001 - start.length()));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.reason()).isEqualTo("returnUrl has at most 2000 characters");
    }
}
