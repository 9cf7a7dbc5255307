package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

class JsonWebKeySetTest {
    private final PublishedKey current = TestSigningKeys.create().published();
    private final PublishedKey next = TestSigningKeys.create().published();

    private static JsonNode keys(PublishedKey... published) {
        return Json.parse(JsonWebKeySet.of(List.of(published))).path("keys");
    }

    @Test
    void modulusAndExponentInBase64UrlGiveTheKeyBack() throws Exception {
        JsonNode key = keys(current).get(0);

        assertThat(key.path("kty").asText()).isEqualTo("RSA");
        assertThat(key.path("use").asText()).isEqualTo("sig");
        assertThat(
                        KeyFactory.getInstance("RSA")
                                .generatePublic(
                                        new RSAPublicKeySpec(
                                                number(key.path("n").asText()),
                                                number(key.path("e").asText()))))
                .isEqualTo(current.publicKey());
    }

    @Test
    void theModulusHasNoSignByte() {
        byte[] modulus = Base64.getUrlDecoder().decode(keys(current).get(0).path("n").asText());

        assertThat(modulus).hasSize(256);
    }

    @Test
    void numbersAreWrittenWithoutPadding() {
        assertThat(keys(current).get(0).path("n").asText()).doesNotContain("=", "+", "/");
    }

    @Test
    void theCertificateChainIsAnArrayInStandardBase64() throws Exception {
        JsonNode chain =
                keys(new PublishedKey(List.of(current.certificate(), next.certificate())))
                        .get(0)
                        .path("x5c");

        assertThat(chain).hasSize(2);
        byte[] der = Base64.getDecoder().decode(chain.get(0).asText());
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(der)))
                .isEqualTo(current.certificate());
    }

    @Test
    void bothThumbprintsAreOfTheSameDigest() {
        JsonNode key = keys(current).get(0);

        byte[] digest = Base64.getUrlDecoder().decode(key.path("x5t").asText());
        assertThat(key.path("kid").asText())
                .isEqualTo(HexFormat.of().withUpperCase().formatHex(digest));
    }

    @Test
    void duringARotationBothKeysAreThereUnderTheirOwnNames() {
        assertThat(keys(current, next))
                .extracting(key -> key.path("kid").asText())
                .containsExactly(current.kid(), next.kid());
    }

    private static BigInteger number(String base64Url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64Url));
    }
}
