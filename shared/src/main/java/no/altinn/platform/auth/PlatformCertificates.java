package no.altinn.platform.auth;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Where the certificates of those who sign platform access tokens are kept. */
@FunctionalInterface
public interface PlatformCertificates {
    /**
     * Finds an issuer's certificate.
     *
     * @param issuer two to fifty lower-case letters, digits and dashes
     * @return empty when there is no such issuer
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    Optional<X509Certificate> find(String issuer);
}
