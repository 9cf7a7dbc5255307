package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Problem;
import no.altinn.platform.jose.RsaAlgorithm;
import no.altinn.platform.json.Json;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes the key set of a client (RFC 7517 §5): public RSA keys with names. */
final class ClientKeys {
    private static final int MOST_KEYS = 5;
    private static final int LEAST_BITS = 2048;
    // Verification takes longer with every bit, and longer keys are not in use.
    private static final int MOST_BITS = 8192;
    private static final int MOST_EXPONENT_BITS = 32;
    private static final int LONGEST_KID = 256;
    private static final Pattern KID = Pattern.compile("[ -~]{1,%d}".formatted(LONGEST_KID));
    // RFC 7518 §6.3.2 and §6.4.1: a client that sends one of them has given its private key away.
    private static final List<String> PRIVATE =
            List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private ClientKeys() {}

    /**
     * Reads a key set.
     *
     * @throws Problem 400 saying what is wrong with which key
     */
    static List<ClientKey> read(JsonNode set) {
        JsonNode members = set.path("keys");
        require(
                members.isArray() && !members.isEmpty() && members.size() <= MOST_KEYS,
                "'keys' must be a list of 1 to %d keys.".formatted(MOST_KEYS));
        List<ClientKey> keys = members.valueStream().map(ClientKeys::key).toList();
        require(
                keys.stream().map(ClientKey::kid).distinct().count() == keys.size(),
                "Each 'kid' must be used once.");
        return keys;
    }

    private static ClientKey key(JsonNode jwk) {
        require(
                PRIVATE.stream().noneMatch(jwk::has),
                "A key has private members, which must never be sent. Make a new key, and send 'n' and 'e' only.");
        require("RSA".equals(jwk.path("kty").textValue()), "'kty' of each key must be 'RSA'.");
        String kid = jwk.path("kid").asText("");
        require(
                jwk.path("kid").isTextual() && !kid.isBlank() && KID.matcher(kid).matches(),
                "'kid' of each key must be 1 to %d printable characters of ASCII."
                        .formatted(LONGEST_KID));
        requireOneOf(jwk, "use", List.of("sig"));
        requireOneOf(jwk, "alg", Assertion.ALGORITHMS.stream().map(RsaAlgorithm::name).toList());
        return new ClientKey(kid, publicKey(number(jwk, "n"), number(jwk, "e")));
    }

    private static void requireOneOf(JsonNode jwk, String name, List<String> values) {
        JsonNode value = jwk.path(name);
        require(
                value.isMissingNode() || values.contains(value.asText("")),
                "'%s' of a key must be %s, or be left out."
                        .formatted(name, String.join(" or ", values)));
    }

    private static BigInteger number(JsonNode jwk, String name) {
        try {
            return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText("")));
        } catch (IllegalArgumentException e) {
            throw Problem.badBody("'%s' of a key must be Base64url.".formatted(name));
        }
    }

    private static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
        require(
                modulus.testBit(0)
                        && modulus.bitLength() >= LEAST_BITS
                        && modulus.bitLength() <= MOST_BITS,
                "'n' of each key must be odd and have %d to %d bits."
                        .formatted(LEAST_BITS, MOST_BITS));
        require(
                exponent.testBit(0)
                        && exponent.compareTo(BigInteger.ONE) > 0
                        && exponent.bitLength() <= MOST_EXPONENT_BITS,
                "'e' of each key must be odd, more than 1 and have at most %d bits."
                        .formatted(MOST_EXPONENT_BITS));
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Numbers of these sizes make a key", e);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw Problem.badBody(otherwise);
        }
    }

    /** The set that {@link #read} reads. */
    static ObjectNode toJson(List<ClientKey> keys) {
        ObjectNode set = Json.object();
        ArrayNode members = set.putArray("keys");
        keys.forEach(key -> members.add(key.toJson()));
        return set;
    }
}
