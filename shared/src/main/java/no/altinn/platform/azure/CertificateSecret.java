package no.altinn.platform.azure;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the secret that stands behind a certificate in Key Vault: PKCS #12 in Base64 without a
 * password, or PEM (RFC 7468), as the certificate's policy has it.
 */
final class CertificateSecret {
    private static final String PKCS12 = "application/x-pkcs12";
    private static final String PEM = "application/x-pem-file";
    private static final char[] NO_PASSWORD = {};
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private CertificateSecret() {}

    /**
     * The key with its certificate.
     *
     * @param contentType what Key Vault says that the value is
     * @throws IllegalArgumentException if it is no certificate with an RSA key; the message quotes
     *     nothing of the value
     */
    static SigningKey read(String contentType, String value) {
        try {
            return switch (contentType) {
                case PKCS12 -> pkcs12(Base64.getMimeDecoder().decode(value));
                case PEM -> pem(value);
                default -> throw new IllegalArgumentException("It is of another type");
            };
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("It is damaged", e);
        }
    }

    private static SigningKey pkcs12(byte[] bytes) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), NO_PASSWORD);
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, NO_PASSWORD);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof RSAPrivateKey rsa && chain != null) {
                return new SigningKey(rsa, new PublishedKey(x509(List.of(chain))));
            }
        }
        throw new IllegalArgumentException("It holds no RSA key");
    }

    private static SigningKey pem(String text) throws GeneralSecurityException {
        Matcher key = PRIVATE_KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalArgumentException("It holds no private key");
        }
        PrivateKey privateKey =
                KeyFactory.getInstance("RSA")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(
                                        Base64.getMimeDecoder().decode(key.group(1))));
        if (!(privateKey instanceof RSAPrivateKey rsa)) {
            throw new IllegalArgumentException("It holds no RSA key");
        }
        StringBuilder certificates = new StringBuilder();
        CERTIFICATE
                .matcher(text)
                .results()
                .forEach(found -> certificates.append(found.group()).append('\n'));
        Collection<? extends Certificate> chain =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(
                                        certificates
                                                .toString()
                                                .getBytes(StandardCharsets.US_ASCII)));
        return new SigningKey(rsa, new PublishedKey(x509(chain)));
    }

    private static List<X509Certificate> x509(Collection<? extends Certificate> chain) {
        return chain.stream().map(X509Certificate.class::cast).toList();
    }
}
