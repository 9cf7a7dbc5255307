package no.altinn.platform.azure;

import no.altinn.platform.auth.PlatformAccessTokenSource;
import no.altinn.platform.http.PlatformUnavailable;
import no.altinn.platform.time.Refreshed;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Supplier;

/**
 * Platform access tokens of this system, signed with the newest version in force of a certificate
 * in Key Vault. Versions are read on the first call and again every 30 minutes; when they cannot be
 * read again, the last one stays in use. Thread-safe.
 */
public final class KeyVaultAccessTokens implements Supplier<String> {
    private static final Duration MAX_AGE = Duration.ofMinutes(30);

    private final Supplier<PlatformAccessTokenSource> signer;

    /**
     * Reads nothing yet.
     *
     * @param app what this system calls itself, {@code urn:altinn:app}
     */
    public KeyVaultAccessTokens(String app, KeyVaultCertificate certificate, Clock clock) {
        this.signer =
                new Refreshed<>(
                        "The certificates of platform access tokens",
                        () -> signer(app, newest(certificate, clock), clock),
                        MAX_AGE,
                        clock);
    }

    /**
     * A token that is good for 5 seconds at least.
     *
     * @throws PlatformUnavailable if there is nothing to sign it with
     */
    @Override
    public String get() {
        return signer.get().token();
    }

    private static KeyedCertificate newest(KeyVaultCertificate certificate, Clock clock) {
        return certificate.versions().stream()
                .filter(version -> version.certificate().isInForceAt(clock.instant()))
                .max(Comparator.comparing(CertificateVersion::created))
                .orElseThrow(() -> new PlatformUnavailable("No version of it is in force"))
                .certificate();
    }

    private static PlatformAccessTokenSource signer(
            String app, KeyedCertificate certificate, Clock clock) {
        return new PlatformAccessTokenSource(
                app, certificate.privateKey(), certificate.kid(), clock);
    }
}
