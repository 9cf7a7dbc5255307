package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.auth.ConsumerClaim;
import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.jose.CompactJws;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Tokens that an attacker makes up, and tokens that a known issuer has signed. */
final class TokenTargets {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestKeys KEYS = TestKeys.of("fuzz");
    private static final X509Certificate CERTIFICATE =
            TestCertificates.selfSigned(KEYS, NOW.minusSeconds(9), NOW.plusSeconds(9));
    private static final JwtVerifier VERIFIER =
            new JwtVerifier(kid -> List.of(KEYS.publicKey()), CLOCK);
    private static final PlatformAccessTokenValidator PLATFORM =
            new PlatformAccessTokenValidator(issuer -> Optional.of(CERTIFICATE), CLOCK);

    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"fuzz\"}";
    private static final String CLAIMS =
            "{\"iss\":\"ttd\",\"exp\":1767323105,\"nbf\":1767323045,\"urn:altinn:app\":\"a\","
                    + "\"scope\":\"a b\",\"consumer\":{\"authority\":\"iso6523-actorid-upis\","
                    + "\"ID\":\"0192:310000001\"}}";

    private TokenTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "jws",
                        TokenTargets::jws,
                        encoded(HEADER) + "." + encoded(CLAIMS) + "." + encoded("x"),
                        "e30.e30.",
                        ".."),
                Target.of(
                        "jws-parts",
                        text -> jws(joined(text) + ".AAAA"),
                        HEADER + "\n" + CLAIMS,
                        HEADER.replace("}", ",\"crit\":[\"b64\"],\"b64\":false}") + "\n{}"),
                Target.of(
                        "jwt-signed",
                        TokenTargets::signed,
                        HEADER + "\n" + CLAIMS,
                        HEADER + "\n" + CLAIMS.replace("1767323105", "1e400"),
                        HEADER + "\n" + CLAIMS.replace("\"a b\"", "[\"a\"]")));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first line is the header, the rest the claims. */
    private static String joined(String text) {
        int end = Math.max(text.indexOf('\n'), 0);
        return encoded(text.substring(0, end)) + "." + encoded(text.substring(end));
    }

    private static void jws(String token) {
        try {
            CompactJws jws = CompactJws.read(token);
            assertThat(jws.signature().isBy(KEYS.publicKey())).isFalse();
        } catch (InvalidToken e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void signed(String text) {
        String content = joined(text);
        String token = content + "." + signature(content);
        try {
            OutsideToken outside = new OutsideToken(VERIFIER.verify(token));
            outside.text("iss");
            outside.scopes();
            ConsumerClaim.organisationNumber(outside.claim("consumer"));
        } catch (InvalidToken e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
        try {
            assertThat(PLATFORM.validate(token)).isNotNull();
        } catch (InvalidToken e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static String signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.privateKey());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
