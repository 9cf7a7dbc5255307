package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PlatformAccessTokenValidatorTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    private final MutableClock clock = MutableClock.at(NOW);
    private final TestTokens ttd = new TestTokens(clock);
    private final X509Certificate certificate =
            TestCertificates.selfSigned(
                    ttd.keys(), NOW.minusSeconds(60), NOW.plus(Duration.ofDays(1)));
    private final List<String> asked = new ArrayList<>();
    private final PlatformAccessTokenValidator validator =
            new PlatformAccessTokenValidator(this::find, clock);

    private Optional<X509Certificate> find(String issuer) {
        asked.add(issuer);
        return issuer.equals("ttd") ? Optional.of(certificate) : Optional.empty();
    }

    private ObjectNode claims() {
        return Json.object()
                .put("iss", "ttd")
                .put("urn:altinn:app", "apps-test")
                .put("exp", NOW.plusSeconds(300).getEpochSecond());
    }

    private void assertRefused(String jwt, String reason) {
        assertThatThrownBy(() -> validator.validate(jwt))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTokenOfAKnownIssuerNamesIssuerAndApp() throws InvalidToken {
        assertThat(validator.validate(ttd.platformAccessToken("ttd", "apps-test")))
                .isEqualTo(new PlatformAccessToken("ttd", "apps-test"));
    }

    @Test
    void anUnknownIssuerIsRefused() {
        assertRefused(ttd.platformAccessToken("skd", "apps-test"), "unknown");
    }

    @Test
    void anotherIssuersKeyIsRefused() {
        assertRefused(
                TestTokens.ofForger(clock).platformAccessToken("ttd", "apps-test"), "signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "t", "TTD", "../ttd", "ttd/x", "ttd\n", "ttd?x", "tt d", "æøå", "t.d"})
    void anIssuerThatIsNoNameIsNeverLookedFor(String issuer) {
        assertThatThrownBy(() -> validator.validate(ttd.platformAccessToken(issuer, "apps-test")))
                .isInstanceOf(InvalidToken.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void anIssuerIsAtMostFiftyCharacters() {
        assertRefused(ttd.platformAccessToken("a".repeat(50), "apps-test"), "unknown");
        assertRefused(ttd.platformAccessToken("a".repeat(51), "apps-test"), "no name");
        assertThat(asked).containsExactly("a".repeat(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anAppIsRequired(String app) {
        assertRefused(ttd.platformAccessToken("ttd", app), "urn:altinn:app");
    }

    @Test
    void aBearerTokenIsNoPlatformAccessToken() {
        assertRefused(ttd.bearer(claims -> claims.put("iss", "ttd")), "urn:altinn:app");
    }

    @Test
    void anAppThatIsNoTextIsRefused() {
        assertRefused(ttd.sign(claims().put("urn:altinn:app", 1).toString()), "urn:altinn:app");
    }

    @Test
    void itExpiresTenSecondsAfterItsEnd() throws InvalidToken {
        String jwt = ttd.sign(claims().toString());
        clock.advance(Duration.ofSeconds(309));
        assertThat(validator.validate(jwt).issuer()).isEqualTo("ttd");

        clock.advance(Duration.ofSeconds(1));
        assertRefused(jwt, "expired");
    }

    @Test
    void anEndIsRequired() {
        ObjectNode endless = claims();
        endless.remove("exp");

        assertRefused(ttd.sign(endless.toString()), "exp");
    }

    @Test
    void theAudienceIsNotChecked() throws InvalidToken {
        String jwt = ttd.sign(claims().put("aud", "elsewhere").toString());

        assertThat(validator.validate(jwt).app()).isEqualTo("apps-test");
    }

    @Test
    void whatKidTheHeaderNamesIsNoConcern() throws InvalidToken {
        String header = Json.object().put("alg", "RS256").put("kid", "any").toString();

        assertThat(validator.validate(ttd.sign(header, claims().toString())).issuer())
                .isEqualTo("ttd");
    }

    @Test
    void aCertificateThatHasEndedProvesNothing() {
        clock.advance(Duration.ofDays(2));

        assertRefused(ttd.platformAccessToken("ttd", "apps-test"), "certificate");
    }

    @Test
    void aTokenThatIsBadForItselfNeverAsksForACertificate() {
        ObjectNode over = claims().put("exp", NOW.minusSeconds(10).getEpochSecond());
        ObjectNode early = claims().put("nbf", NOW.plusSeconds(11).getEpochSecond());
        ObjectNode endless = claims();
        endless.remove("exp");

        assertRefused(ttd.sign(over.toString()), "expired");
        assertRefused(ttd.sign(early.toString()), "not valid yet");
        assertRefused(ttd.sign(endless.toString()), "exp");
        assertRefused(ttd.sign(claims().put("urn:altinn:app", "").toString()), "urn:altinn:app");
        assertRefused(ttd.sign("{\"alg\":\"none\"}", claims().toString()), "algorithm");
        assertThat(asked).isEmpty();
    }

    @Test
    void anIssuerThatIsNotAcceptedIsNeverLookedFor() {
        assertThatThrownBy(
                        () ->
                                validator.validate(
                                        ttd.platformAccessToken("ttd", "apps-test"),
                                        Set.of("platform")))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("not accepted");
        assertThat(asked).isEmpty();
    }

    @Test
    void anIssuerThatIsAcceptedMustStillHaveSigned() throws InvalidToken {
        String jwt = ttd.platformAccessToken("ttd", "apps-test");
        String forged = TestTokens.ofForger(clock).platformAccessToken("ttd", "apps-test");

        assertThat(validator.validate(jwt, Set.of("ttd", "platform")).issuer()).isEqualTo("ttd");
        assertThatThrownBy(() -> validator.validate(forged, Set.of("ttd")))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("signature");
    }

    @Test
    void aWeakKeyProvesNothing() {
        TestTokens weak = new TestTokens(clock, TestKeys.generate("weak", 1024));
        X509Certificate certificate =
                TestCertificates.selfSigned(weak.keys(), NOW, NOW.plus(Duration.ofDays(1)));
        PlatformAccessTokenValidator trusting =
                new PlatformAccessTokenValidator(issuer -> Optional.of(certificate), clock);

        assertThatThrownBy(() -> trusting.validate(weak.platformAccessToken("ttd", "apps-test")))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("no good RSA key");
    }
}
