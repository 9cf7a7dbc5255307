package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what its key should not. */
record TokenForge(SigningKey key) {

    /** A token with these claims under the key's own id. */
    String sign(ObjectNode claims) {
        return key.sign(claims);
    }

    /** The same under the id of another key. */
    String signAs(SigningKey other, ObjectNode claims) {
        return sign(header("RS256").put("kid", other.kid()), claims);
    }

    /** The same without any key id, so that every key is tried. */
    String signWithoutKeyId(ObjectNode claims) {
        return sign(header("RS256"), claims);
    }

    private String sign(ObjectNode header, ObjectNode claims) {
        RSAPublicKey published = (RSAPublicKey) key.certificate().getPublicKey();
        TestKeys pair = new TestKeys(key.kid(), published, key.privateKey());
        return new TestTokens(Clock.systemUTC(), pair).sign(header.toString(), claims.toString());
    }

    /** A token that has the public key for a shared secret, which naive readers verify with it. */
    String signWithPublicKey(ObjectNode claims) {
        byte[] secret = key.certificate().getPublicKey().getEncoded();
        String signed =
                base64Url(bytes(header("HS256").put("kid", key.kid())))
                        + "."
                        + base64Url(bytes(claims));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed
                    + "."
                    + base64Url(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    /** What a token says. */
    static ObjectNode claimsOf(String jwt) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return (ObjectNode) Json.parse(new String(json, StandardCharsets.UTF_8));
    }

    private static ObjectNode header(String algorithm) {
        return Json.object().put("alg", algorithm).put("typ", "JWT");
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
