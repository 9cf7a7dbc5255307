package no.altinn.platform.keyfile;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.SecretKey;

/**
 * Keys by name, as a PKCS #12 file holds them (RFC 7292). Immutable.
 *
 * @param signing keys with their certificates
 * @param secret keys without a certificate
 */
public record KeyBundle(Map<String, SigningKey> signing, Map<String, SecretKey> secret) {
    /** No key. */
    public static final KeyBundle EMPTY = new KeyBundle(Map.of(), Map.of());

    // The format demands a password. What protects these test keys is the file's permissions.
    private static final char[] PASSWORD = "local".toCharArray();

    /** Keeps copies. */
    public KeyBundle {
        signing = Map.copyOf(signing);
        secret = Map.copyOf(secret);
    }

    /**
     * Reads the content of a file.
     *
     * @throws IllegalArgumentException if {@link #pkcs12()} has not written it
     */
    public static KeyBundle read(byte[] pkcs12) {
        Map<String, SigningKey> signing = new TreeMap<>();
        Map<String, SecretKey> secret = new TreeMap<>();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), PASSWORD);
            for (String name : Collections.list(store.aliases())) {
                if (store.getKey(name, PASSWORD) instanceof SecretKey key) {
                    secret.put(name, key);
                } else {
                    signing.put(name, signingKey(store, name));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("This is no file of keys", e);
        }
        return new KeyBundle(signing, secret);
    }

    private static SigningKey signingKey(KeyStore store, String name)
            throws GeneralSecurityException {
        if (store.getKey(name, PASSWORD) instanceof RSAPrivateKey key
                && store.getCertificate(name) instanceof X509Certificate certificate) {
            return new SigningKey(key, PublishedKey.of(certificate));
        }
        throw new IllegalArgumentException("The file has an entry that is no RSA key");
    }

    /** The content of a file with these keys. */
    public byte[] pkcs12() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            for (Map.Entry<String, SigningKey> entry : signing.entrySet()) {
                SigningKey key = entry.getValue();
                store.setKeyEntry(
                        entry.getKey(),
                        key.privateKey(),
                        PASSWORD,
                        new Certificate[] {key.certificate()});
            }
            for (Map.Entry<String, SecretKey> entry : secret.entrySet()) {
                store.setKeyEntry(entry.getKey(), entry.getValue(), PASSWORD, null);
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, PASSWORD);
            return content.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every JDK writes such a file to memory", e);
        }
    }

    /** Names the keys without showing them. */
    @Override
    public String toString() {
        return "KeyBundle[signing=" + signing.keySet() + ", secret=" + secret.keySet() + "]";
    }
}
