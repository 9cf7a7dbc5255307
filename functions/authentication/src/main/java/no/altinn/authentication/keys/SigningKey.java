package no.altinn.authentication.keys;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Map;

/**
 * A key to sign tokens with, and the certificate it is known by. Immutable.
 *
 * @param privateKey signs; never logged, never published
 * @param published the same key as others see it
 */
public record SigningKey(RSAPrivateKey privateKey, PublishedKey published) {

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
        return sign(Map.of(), claims);
    }

    /**
     * The same with further members in the token's header.
     *
     * @param header members by name; {@code alg}, {@code typ} and {@code kid} are set anyhow
     */
    public String sign(Map<String, Object> header, ObjectNode claims) {
        return JWT.create()
                .withHeader(header)
                .withKeyId(kid())
                .withPayload(claims.toString())
                .sign(Algorithm.RSA256(null, privateKey));
    }

    /** Names the key without showing it. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
