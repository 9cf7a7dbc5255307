package no.altinn.local.identity;

import no.altinn.local.files.AtomicFile;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Keys by name in a PKCS #12 file. The file is written whole or not at all; only its owner may read
 * it.
 */
final class KeyFile {
    // The format demands a password. What protects these test keys is the file's permissions.
    private static final char[] PASSWORD = "local".toCharArray();

    private final Path file;

    /**
     * What the file holds, each by its name. Immutable.
     *
     * @param signing keys with their certificates
     * @param secret keys that only this platform has, without a certificate
     */
    record Keys(Map<String, SigningKey> signing, Map<String, SecretKey> secret) {
        Keys {
            signing = Map.copyOf(signing);
            secret = Map.copyOf(secret);
        }
    }

    KeyFile(Path file) {
        this.file = file;
    }

    /**
     * Every key of the file; none if there is no file.
     *
     * @throws IllegalStateException if the file is damaged
     */
    Keys read() {
        Map<String, SigningKey> signing = new TreeMap<>();
        Map<String, SecretKey> secret = new TreeMap<>();
        if (Files.notExists(file)) {
            return new Keys(signing, secret);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            for (String name : Collections.list(store.aliases())) {
                if (store.getKey(name, PASSWORD) instanceof SecretKey key) {
                    secret.put(name, key);
                } else {
                    signing.put(name, signingKey(store, name));
                }
            }
            return new Keys(signing, secret);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(file + " is damaged; remove it to get new keys", e);
        }
    }

    private static SigningKey signingKey(KeyStore store, String name)
            throws GeneralSecurityException {
        return new SigningKey(
                (RSAPrivateKey) store.getKey(name, PASSWORD),
                PublishedKey.of((X509Certificate) store.getCertificate(name)));
    }

    /** Replaces the file with one that has these keys. */
    void write(Keys keys) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            for (Map.Entry<String, SigningKey> entry : keys.signing().entrySet()) {
                SigningKey key = entry.getValue();
                store.setKeyEntry(
                        entry.getKey(),
                        key.privateKey(),
                        PASSWORD,
                        new Certificate[] {key.certificate()});
            }
            for (Map.Entry<String, SecretKey> entry : keys.secret().entrySet()) {
                store.setKeyEntry(entry.getKey(), entry.getValue(), PASSWORD, null);
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, PASSWORD);
            new AtomicFile(file).replace(content.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be stored", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
