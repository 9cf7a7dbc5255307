package no.altinn.platform.jose;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;

import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads one key of a set (RFC 7517 §4) that may check signatures with RS256. */
final class RsaJwk {
    private RsaJwk() {}

    /**
     * Reads a key. One that is broken, weak or made for something else is none: it must not hide
     * the others, for tokens signed with those stay good.
     */
    static Optional<KeySet.Key> read(JsonNode jwk) {
        if (!is(jwk, "kty", "RSA")
                || !isMissingOr(jwk, "use", "sig")
                || !isMissingOr(jwk, "alg", "RS256")
                || !verifies(jwk.path("key_ops"))
                || !(jwk.path("kid").isMissingNode() || jwk.path("kid").isTextual())) {
            return Optional.empty();
        }
        Map<String, Object> values =
                Map.of("kty", "RSA", "n", base64Url(jwk.path("n")), "e", base64Url(jwk.path("e")));
        try {
            return Jwk.fromValues(values).getPublicKey() instanceof RSAPublicKey key
                            && RsaStrength.suffices(key)
                    ? Optional.of(new KeySet.Key(jwk.path("kid").asText(""), key))
                    : Optional.empty();
        } catch (InvalidPublicKeyException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean is(JsonNode jwk, String name, String value) {
        return value.equals(jwk.path(name).textValue());
    }

    private static boolean isMissingOr(JsonNode jwk, String name, String value) {
        return jwk.path(name).isMissingNode() || is(jwk, name, value);
    }

    private static boolean verifies(JsonNode operations) {
        return operations.isMissingNode()
                || StreamSupport.stream(operations.spliterator(), false)
                        .anyMatch(operation -> "verify".equals(operation.textValue()));
    }

    /** The platform publishes padded Base64 where RFC 7518 §6.3.1 demands Base64url. */
    private static String base64Url(JsonNode number) {
        return number.asText("").replace('+', '-').replace('/', '_').replace("=", "");
    }
}
