package no.altinn.platform.jose;

import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * A key to sign tokens with, and the certificate it is known by. Immutable.
 *
 * @param privateKey signs; never logged, never published
 * @param published the same key as others see it
 */
public record SigningKey(RSAPrivateKey privateKey, PublishedKey published) {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    /**
     * @throws IllegalArgumentException if the certificate belongs to another key, or the key is not
     *     of the {@linkplain RsaStrength strength} that is accepted
     */
    public SigningKey {
        RSAPublicKey publicKey = published.publicKey();
        if (!publicKey.getModulus().equals(privateKey.getModulus())) {
            throw new IllegalArgumentException("The certificate is not the one of the RSA key");
        }
        if (!RsaStrength.suffices(publicKey)) {
            throw new IllegalArgumentException("The RSA key is none of 2048 to 8192 bits");
        }
    }

    /** The key's certificate. */
    public X509Certificate certificate() {
        return published.certificate();
    }

    /** How tokens name this key. */
    public String kid() {
        return published.kid();
    }

    /**
     * A JSON Web Token with these claims, signed with RS256, in compact form (RFC 7515 §7.1). Its
     * header names this key.
     */
    public String sign(ObjectNode claims) {
        ObjectNode header = Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", kid());
        // Not by the library's builder, which knows no number beyond 64 bits.
        byte[] first = base64Url(header);
        byte[] second = base64Url(claims);
        byte[] signature = Algorithm.RSA256(null, privateKey).sign(first, second);
        return "%s.%s.%s".formatted(text(first), text(second), text(BASE64_URL.encode(signature)));
    }

    private static byte[] base64Url(ObjectNode json) {
        return BASE64_URL.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] base64Url) {
        return new String(base64Url, StandardCharsets.US_ASCII);
    }

    /** Names the key without showing it. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
