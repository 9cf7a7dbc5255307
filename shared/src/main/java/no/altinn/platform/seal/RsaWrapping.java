package no.altinn.platform.seal;

import no.altinn.platform.client.Unavailable;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Wraps keys with an RSA key in this process. It has one version. Immutable. */
public final class RsaWrapping implements KeyWrapping {
    private static final String ALGORITHM = "RSA/ECB/OAEPPadding";

    /** The JDK's own default hashes with SHA-1 in the mask, which Key Vault does not read. */
    private static final OAEPParameterSpec SHA_256 =
            new OAEPParameterSpec(
                    "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final String version;
    private final RSAPublicKey publicKey;
    private final RSAPrivateKey privateKey;

    /**
     * Wraps with the public key and unwraps with the private one.
     *
     * @param version the key's name
     */
    public RsaWrapping(String version, RSAPublicKey publicKey, RSAPrivateKey privateKey) {
        this.version = version;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    @Override
    public String newestVersion() {
        return version;
    }

    @Override
    public WrappedKey wrap(SecretKey key) {
        try {
            return WrappedKey.of(
                    version, cipher(Cipher.ENCRYPT_MODE, publicKey).doFinal(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA-OAEP", e);
        }
    }

    @Override
    public SecretKey unwrap(WrappedKey wrapped) {
        if (!wrapped.wrappedBy().equals(version)) {
            throw new Unavailable("There is no key " + wrapped.wrappedBy());
        }
        try {
            byte[] key = cipher(Cipher.DECRYPT_MODE, privateKey).doFinal(wrapped.bytes());
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new Unavailable("The key " + version + " has not wrapped this", e);
        }
    }

    private static Cipher cipher(int mode, Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, SHA_256);
        return cipher;
    }

    /** Names the key without showing it. */
    @Override
    public String toString() {
        return "RsaWrapping[" + version + "]";
    }
}
