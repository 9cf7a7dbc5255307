package no.altinn.events.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The public half of an Ed25519 pair.
 *
 * @param x its 32 bytes in Base64url without padding (RFC 8037 §2)
 */
public record PublicHalf(String x) {
    /** The public half of these 32 bytes (RFC 8032 §5.1.5). */
    static PublicHalf of(byte[] bytes) {
        return new PublicHalf(base64Url(bytes));
    }

    /** As owners of endpoints write it down: {@code whpk_} and padded Base64. */
    public String text() {
        return "whpk_" + Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(x));
    }

    /** As a JSON Web Key; its {@code kid} is its thumbprint (RFC 7638). */
    public ObjectNode jwk() {
        return Json.object()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("alg", "EdDSA")
                .put("use", "sig")
                .put("kid", thumbprint())
                .put("x", x);
    }

    /** The members that make the key, by name and without white space, digested (§3.2). */
    private String thumbprint() {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return base64Url(digest.digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
