package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Random;

final class RsaJwkTest {
    private static final TestKeys KEYS = TestKeys.of("K1");

    private static ObjectNode jwk() {
        return jwk(KEYS.publicKey().getModulus(), KEYS.publicKey().getPublicExponent());
    }

    private static ObjectNode jwk(BigInteger modulus, BigInteger exponent) {
        return Json.object()
                .put("kty", "RSA")
                .put("kid", "K1")
                .put("n", base64Url(modulus))
                .put("e", base64Url(exponent));
    }

    private static String base64Url(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    @Test
    void aKeyIsRead() {
        assertThat(RsaJwk.read(jwk())).contains(new KeySet.Key("K1", KEYS.publicKey()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "use \"sig\"",
                "alg \"RS256\"",
                "key_ops [\"verify\"]",
                "key_ops [\"sign\",\"verify\"]",
                "x5c 7",
                "x5u \"https://evil.example\"",
                "ext true"
            })
    void aKeyForSignaturesIsRead(String name, String value) {
        ObjectNode jwk = jwk();
        jwk.set(name, Json.parse(value));

        assertThat(RsaJwk.read(jwk)).isPresent();
    }

    /** RFC 7517 §4.1 to §4.5: a key made for something else checks no signature with RS256. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "use \"enc\"",
                "use \"SIG\"",
                "use \"\"",
                "use null",
                "use {}",
                "use [\"sig\"]",
                "alg \"RS512\"",
                "alg \"PS256\"",
                "alg \"RSA-OAEP\"",
                "alg \"none\"",
                "alg null",
                "key_ops []",
                "key_ops [\"encrypt\"]",
                "key_ops \"verify\"",
                "kid 7",
                "kid null",
                "kid {}",
                "kty \"EC\"",
                "kty \"rsa\"",
                "kty \"oct\"",
                "kty [\"RSA\"]",
                "n \"\"",
                "n \"!!\"",
                "n 7",
                "n null",
                "e \"\"",
                "e \"!!\"",
                "e {}"
            })
    void aKeyForSomethingElseIsNone(String name, String value) {
        ObjectNode jwk = jwk();
        jwk.set(name, Json.parse(value));

        assertThat(RsaJwk.read(jwk)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "n", "e"})
    void aKeyThatLacksAPartIsNone(String name) {
        ObjectNode jwk = jwk();
        jwk.remove(name);

        assertThat(RsaJwk.read(jwk)).isEmpty();
    }

    @Test
    void whatIsNoObjectIsNone() {
        assertThat(RsaJwk.read(Json.parse("[\"RSA\"]"))).isEmpty();
        assertThat(RsaJwk.read(Json.parse("null"))).isEmpty();
    }

    /** RFC 8017 §3.1; with the exponent 1 anybody can sign. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 4, 65536})
    void anExponentThatIsNoneIsRefused(long exponent) {
        ObjectNode jwk = jwk(KEYS.publicKey().getModulus(), BigInteger.valueOf(exponent));

        assertThat(RsaJwk.read(jwk)).isEmpty();
    }

    @Test
    void anExponentThatIsLongWorkIsRefused() {
        BigInteger exponent = BigInteger.ONE.shiftLeft(2000).add(BigInteger.ONE);

        assertThat(RsaJwk.read(jwk(KEYS.publicKey().getModulus(), exponent))).isEmpty();
    }

    @Test
    void aModulusThatIsEvenIsRefused() {
        BigInteger even = KEYS.publicKey().getModulus().subtract(BigInteger.ONE);

        assertThat(RsaJwk.read(jwk(even, KEYS.publicKey().getPublicExponent()))).isEmpty();
    }

    /** RFC 7518 §3.3: 2 048 bits or more. */
    @ParameterizedTest
    @CsvSource({"512,false", "1024,false", "2047,false", "2048,true", "8192,true", "8193,false"})
    void aModulusIsNeitherShortNorLong(int bits, boolean read) {
        BigInteger odd = new BigInteger(bits, new Random(1)).setBit(bits - 1).setBit(0);

        assertThat(RsaJwk.read(jwk(odd, BigInteger.valueOf(65_537))).isPresent()).isEqualTo(read);
    }
}
