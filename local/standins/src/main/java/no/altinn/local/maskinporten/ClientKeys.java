package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.RsaAlgorithm;
import no.altinn.platform.json.Json;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
     * @throws no.altinn.platform.http.Problem 400 saying all that is wrong, and with which key
     */
    static List<ClientKey> read(JsonNode set) {
        Faults faults = new Faults();
        JsonNode members = set.path("keys");
        faults.require(
                members.isArray() && !members.isEmpty() && members.size() <= MOST_KEYS,
                "'keys' must be a list of 1 to %d keys.".formatted(MOST_KEYS));
        // No more than are bounded by the rule before; the rest has its fault already.
        List<ClientKey> keys = new ArrayList<>();
        for (int i = 0; i < Math.min(members.size(), MOST_KEYS); i++) {
            key(faults, "Key [%d]: ".formatted(i), members.get(i)).ifPresent(keys::add);
        }
        faults.require(
                keys.stream().map(ClientKey::kid).distinct().count() == keys.size(),
                "Each 'kid' must be used once.");
        faults.refuse();
        return List.copyOf(keys);
    }

    /** The key; empty for one with faults. */
    private static Optional<ClientKey> key(Faults faults, String place, JsonNode jwk) {
        int before = faults.count();
        faults.require(
                PRIVATE.stream().noneMatch(jwk::has),
                place
                        + "It has private members, which must never be sent. Make a"
                        + " new key, and send 'n' and 'e' only.");
        faults.require(
                "RSA".equals(jwk.path("kty").textValue()),
                place + "'kty' of each key must be 'RSA'.");
        String kid = jwk.path("kid").asText("");
        faults.require(
                jwk.path("kid").isTextual() && !kid.isBlank() && KID.matcher(kid).matches(),
                place
                        + "'kid' of each key must be 1 to %d printable characters of ASCII."
                                .formatted(LONGEST_KID));
        requireOneOf(faults, place, jwk, "use", List.of("sig"));
        requireOneOf(
                faults,
                place,
                jwk,
                "alg",
                Assertion.ALGORITHMS.stream().map(RsaAlgorithm::name).toList());
        Optional<BigInteger> modulus = number(faults, place, jwk, "n");
        Optional<BigInteger> exponent = number(faults, place, jwk, "e");
        modulus.ifPresent(number -> requireModulus(faults, place, number));
        exponent.ifPresent(number -> requireExponent(faults, place, number));
        return faults.count() == before
                ? Optional.of(
                        new ClientKey(
                                kid, publicKey(modulus.orElseThrow(), exponent.orElseThrow())))
                : Optional.empty();
    }

    private static void requireOneOf(
            Faults faults, String place, JsonNode jwk, String name, List<String> values) {
        JsonNode value = jwk.path(name);
        faults.require(
                value.isMissingNode() || values.contains(value.asText("")),
                place
                        + "'%s' of a key must be %s, or be left out."
                                .formatted(name, String.join(" or ", values)));
    }

    private static Optional<BigInteger> number(
            Faults faults, String place, JsonNode jwk, String name) {
        try {
            String base64 = jwk.path(name).asText("");
            return Optional.of(new BigInteger(1, Base64.getUrlDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            faults.require(false, place + "'%s' of a key must be Base64url.".formatted(name));
            return Optional.empty();
        }
    }

    private static void requireModulus(Faults faults, String place, BigInteger modulus) {
        faults.require(
                modulus.testBit(0)
                        && modulus.bitLength() >= LEAST_BITS
                        && modulus.bitLength() <= MOST_BITS,
                place
                        + "'n' of each key must be odd and have %d to %d bits."
                                .formatted(LEAST_BITS, MOST_BITS));
    }

    private static void requireExponent(Faults faults, String place, BigInteger exponent) {
        faults.require(
                exponent.testBit(0)
                        && exponent.compareTo(BigInteger.ONE) > 0
                        && exponent.bitLength() <= MOST_EXPONENT_BITS,
                place
                        + "'e' of each key must be odd, more than 1 and have at most %d bits."
                                .formatted(MOST_EXPONENT_BITS));
    }

    private static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Numbers of these sizes make a key", e);
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
