package no.altinn.local.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Clients that speak TLS to one server, and may show certificates. */
record ClientCertificates(X509Certificate server) {
    private static final char[] NO_PASSWORD = {};
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----", Pattern.DOTALL);

    HttpClient showingNone() {
        return client(context(new KeyManager[0]));
    }

    /** A client with the key and the certificate of a PEM text. */
    HttpClient showing(String pem) {
        return client(context(own(pem)));
    }

    /** Sockets of such a client. */
    SSLSocketFactory sockets(String pem) {
        return context(own(pem)).getSocketFactory();
    }

    private static KeyManager[] own(String pem) {
        try {
            Matcher key = KEY.matcher(pem);
            if (!key.find()) {
                throw new AssertionError("No key: " + pem.length());
            }
            PrivateKey own =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getMimeDecoder().decode(key.group(1))));
            Certificate certificate =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            pem.substring(key.end())
                                                    .strip()
                                                    .getBytes(StandardCharsets.US_ASCII)));
            KeyStore store = empty();
            store.setKeyEntry("own", own, NO_PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            return keys.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private SSLContext context(KeyManager[] own) {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("server", server);
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
