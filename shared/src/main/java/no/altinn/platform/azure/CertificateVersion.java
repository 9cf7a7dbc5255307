package no.altinn.platform.azure;

import java.time.Instant;

/**
 * A version of a certificate in Key Vault. Immutable.
 *
 * @param created since when it is there
 */
public record CertificateVersion(KeyedCertificate certificate, Instant created) {}
