package no.altinn.events.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

final class SignatureKeyTest {
    private static final SignedContent CONTENT =
            new SignedContent(
                    "S1mQk0xW3rj5yq7cJm2b9uYw8v4tLz6nHd0gEaPfXoI",
                    Instant.ofEpochSecond(1_767_225_600),
                    "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"https://ttd.no/parking\","
                            + "\"type\":\"parking.permit.granted\","
                            + "\"resource\":\"urn:altinn:resource:ttd-parking\","
                            + "\"data\":{\"navn\":\"Åse\"}}");

    private static byte[] rising() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] falling() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0xff - i);
        }
        return bytes;
    }

    @Test
    void aSecretSignsAsEveryLibraryOfStandardWebhooksDoes() {
        assertThat(SignatureKey.of(Scheme.V1, rising()).sign(CONTENT))
                .isEqualTo("v1,EfCkM/f3ZbQB07k7FQp2CtMjefJphsCCQcqMpsP3XSo=");
        assertThat(SignatureKey.of(Scheme.V1, falling()).sign(CONTENT))
                .isEqualTo("v1,AlZjfODctv4XCONkq8JPYWB7H0LEtDfRmqnVNUowm28=");
    }

    @Test
    void anEd25519PairSignsAsRfc8032Tells() {
        assertThat(SignatureKey.of(Scheme.V1A, rising()).sign(CONTENT))
                .isEqualTo(
                        "v1a,Bt0Wqkn2IbN6nAhM6IHxDpUPYcV0IL706t5KJgM4gcHW+tv8tfcK5Mo0hsS89gaKx6eIszStsel9HUfITQCDCw==");
    }

    @Test
    void thePublicHalfIsTheOneOfRfc8032sFirstVector() {
        byte[] seed =
                HexFormat.of()
                        .parseHex(
                                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        assertThat(SignatureKey.of(Scheme.V1A, seed).publicHalf())
                .map(PublicHalf::x)
                .contains("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    }

    @Test
    void thePublicHalfIsShownAsAJsonWebKeyWithItsThumbprint() {
        // RFC 8037, appendices A.2 and A.3.
        PublicHalf half = new PublicHalf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(half.jwk())
                .hasToString(
                        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"use\":\"sig\","
                                + "\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\","
                                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    }

    @Test
    void whatAPairSignsItsShownHalfVerifies() throws GeneralSecurityException {
        SignatureKey key = SignatureKey.create(Scheme.V1A, new SecureRandom());
        byte[] x = Base64.getDecoder().decode(key.forVerifying().substring("whpk_".length()));
        byte[] x509 = HexFormat.of().parseHex("302a300506032b6570032100");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        Stream.of(x509, x)
                                                .collect(
                                                        ByteArrayOutputStream::new,
                                                        (all, part) -> all.writeBytes(part),
                                                        (all, more) -> {})
                                                .toByteArray())));
        signature.update(
                (CONTENT.id() + ".1767225600." + CONTENT.body()).getBytes(StandardCharsets.UTF_8));

        assertThat(
                        signature.verify(
                                Base64.getDecoder()
                                        .decode(key.sign(CONTENT).substring("v1a,".length()))))
                .isTrue();
    }

    @Test
    void aSecretIsShownInPaddedBase64() {
        assertThat(SignatureKey.of(Scheme.V1, rising()).forVerifying())
                .isEqualTo("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsTheSameAgainFromItsBytes(Scheme scheme) {
        SignatureKey key = SignatureKey.create(scheme, new SecureRandom());
        SignatureKey again = SignatureKey.of(scheme, key.bytes());

        assertThat(again.scheme()).isEqualTo(scheme);
        assertThat(again.sign(CONTENT)).isEqualTo(key.sign(CONTENT));
        assertThat(again.forVerifying()).isEqualTo(key.forVerifying());
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsAnother(Scheme scheme) {
        SecureRandom random = new SecureRandom();

        assertThat(SignatureKey.create(scheme, random).forVerifying())
                .isNotEqualTo(SignatureKey.create(scheme, random).forVerifying());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsChangedIsSignedDifferently(Scheme scheme) {
        SignatureKey key = SignatureKey.of(scheme, rising());
        List<SignedContent> others =
                List.of(
                        new SignedContent("another", CONTENT.at(), CONTENT.body()),
                        new SignedContent(
                                CONTENT.id(), CONTENT.at().plusSeconds(1), CONTENT.body()),
                        new SignedContent(CONTENT.id(), CONTENT.at(), CONTENT.body() + " "));

        assertThat(others).extracting(key::sign).doesNotContain(key.sign(CONTENT));
    }

    @ParameterizedTest
    @EnumSource
    void theTextOfAKeyTellsNothingOfIt(Scheme scheme) {
        assertThat(SignatureKey.of(scheme, rising()).toString()).isIn("HmacKey", "Ed25519Key");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void aKeyHas32Bytes(int length) {
        for (Scheme scheme : Scheme.values()) {
            assertThatThrownBy(() -> SignatureKey.of(scheme, new byte[length]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSchemeIsFoundByItsExactName() {
        assertThat(Scheme.of("v1")).contains(Scheme.V1);
        assertThat(Scheme.of("v1a")).contains(Scheme.V1A);
        assertThat(Stream.of("V1", "v2", "", " v1")).allMatch(text -> Scheme.of(text).isEmpty());
    }
}
