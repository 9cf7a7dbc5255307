package no.altinn.platform.azure;

import java.time.Instant;

/**
 * A version of a certificate in Key Vault. Immutable.
 *
 * @param created when it was made, which tells the newer of two
 * @param visibleSince since when it can be read for sure: when it was made or last changed,
 *     whichever is later, for the change may have been that it was enabled
 */
public record CertificateVersion(
        KeyedCertificate certificate, Instant created, Instant visibleSince) {}
