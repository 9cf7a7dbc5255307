package no.altinn.testing.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

/** An issuer of tokens. */
public final class TestTokens {
    /** The {@code iss} of its bearer tokens. */
    public static final String ISSUER = "https://platform.example/authentication/api/v1/openid/";

    private static final String KID = "7DC0B5C3D9E3DCDC5CC0AA5A3D2C4E2F9D8C7B6A";

    private final Clock clock;
    private final TestKeys keys;

    /** The issuer that every test trusts; it has the same keys in the whole process. */
    public TestTokens(Clock clock) {
        this(clock, TestKeys.of(KID));
    }

    /** An issuer with keys of the test's own. */
    public TestTokens(Clock clock, TestKeys keys) {
        this.clock = clock;
        this.keys = keys;
    }

    /** A forger: its tokens name the key that every test trusts, and are signed with another. */
    public static TestTokens ofForger(Clock clock) {
        return new TestTokens(clock, TestKeys.generate(KID));
    }

    /** The keys it signs with. */
    public TestKeys keys() {
        return keys;
    }

    /** The clock that its tokens are dated by. */
    public Clock clock() {
        return clock;
    }

    /** The claims that every bearer token has: its issuer, and 30 minutes to live. */
    public ObjectNode claims() {
        long now = clock.instant().getEpochSecond();
        return Json.object()
                .put("iss", ISSUER)
                .put("nbf", now)
                .put("exp", now + Duration.ofMinutes(30).toSeconds())
                .put("jti", "a1b2c3");
    }

    /** A good bearer token with more claims. */
    public String bearer(Consumer<ObjectNode> more) {
        ObjectNode claims = claims();
        more.accept(claims);
        return sign(claims.toString());
    }

    /** A good platform access token, if the certificate of its issuer has these keys. */
    public String platformAccessToken(String issuer, String app) {
        long now = clock.instant().getEpochSecond();
        return sign(
                Json.object()
                        .put("iss", issuer)
                        .put("urn:altinn:app", app)
                        .put("aud", "platform.altinn.no")
                        .put("nbf", now)
                        .put("exp", now + Duration.ofMinutes(5).toSeconds())
                        .toString());
    }

    /** Signs any payload under the usual header. */
    public String sign(String payload) {
        return sign(header().toString(), payload);
    }

    /** The usual header. */
    public ObjectNode header() {
        return Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", keys.kid());
    }

    /** Signs any payload under any header with RS256, whatever the header claims. */
    public String sign(String header, String payload) {
        String signed = base64Url(header) + "." + base64Url(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    private static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
