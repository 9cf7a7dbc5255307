package no.altinn.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

final class RsaWrappingTest extends KeyWrappingContract {
    private static final KeyPair PAIR = pair();

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected KeyWrapping open() {
        return new RsaWrapping(
                "local", (RSAPublicKey) PAIR.getPublic(), (RSAPrivateKey) PAIR.getPrivate());
    }

    @Test
    void theMaskIsOfSha256AsKeyVaultsIs() throws GeneralSecurityException {
        SecretKey key = key();
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                PAIR.getPrivate(),
                new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));

        assertThat(cipher.doFinal(open().wrap(key).bytes())).isEqualTo(key.getEncoded());
    }
}
