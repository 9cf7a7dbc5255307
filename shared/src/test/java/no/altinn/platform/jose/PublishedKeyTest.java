package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

class PublishedKeyTest {
    private final SigningKey key = TestSigningKeys.create();

    @Test
    void aKeyIsNamedByTheUpperCaseThumbprintOfItsCertificate() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(key.certificate().getEncoded());

        assertThat(key.kid())
                .isEqualToIgnoringCase(HexFormat.of().formatHex(digest))
                .isUpperCase()
                .hasSize(40);
    }

    @Test
    void aKeyWithoutCertificateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishedKey(List.of()));
    }

    @Test
    void aKeyThatIsNotRsaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedKey.of(TestSigningKeys.ellipticCurve()));
    }

    @Test
    void aSigningKeyNeverShowsItsPrivatePart() {
        assertThat(key).hasToString("SigningKey[" + key.kid() + "]");
    }
}
