package no.altinn.platform.azure;

import com.azure.security.keyvault.secrets.models.KeyVaultSecret;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.client.Unavailable;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * The certificates of those who sign platform access tokens: one secret for each issuer, named
 * {@code {issuer}-access-token-public-cert}, the certificate as DER in Base64 (tokens §2).
 * Thread-safe; nothing is kept.
 */
public final class KeyVaultPlatformCertificates implements PlatformCertificates {
    private static final String SUFFIX = "-access-token-public-cert";

    private final KeyVault vault;

    /** The certificates of a vault. */
    public KeyVaultPlatformCertificates(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        return vault.latest(issuer + SUFFIX).map(KeyVaultPlatformCertificates::certificate);
    }

    private static X509Certificate certificate(KeyVaultSecret secret) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(secret.getValue());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Unavailable("The secret " + secret.getName() + " holds no certificate", e);
        }
    }
}
