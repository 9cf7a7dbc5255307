package no.altinn.local.host.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What a server shows its clients by TLS.
 *
 * @param certificate of the key, with the server's names
 */
public record ServerIdentity(PrivateKey key, X509Certificate certificate) {
    private static final char[] IN_MEMORY = {};

    /** TLS with this identity, which takes every certificate that a client shows. */
    SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("server", key, IN_MEMORY, new X509Certificate[] {certificate});
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {new ShownCertificates()}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The server cannot speak TLS", e);
        }
    }

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "the identity of " + certificate.getSubjectX500Principal();
    }
}
