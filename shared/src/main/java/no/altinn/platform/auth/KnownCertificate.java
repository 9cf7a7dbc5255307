package no.altinn.platform.auth;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.time.RefreshPolicy;
import no.altinn.platform.time.RefreshedValue;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The certificate of an issuer that was found before. It is fetched again after 1 hour; when that
 * fails it stays in use until 12 hours after it was fetched, and is asked for again every 30
 * seconds. Thread-safe: one thread fetches, the others go on with what there is.
 */
final class KnownCertificate {
    private static final RefreshPolicy REFRESH =
            RefreshPolicy.every(Duration.ofHours(1))
                    .withPause(Duration.ofSeconds(30))
                    .keptFor(Duration.ofHours(12));

    private final RefreshedValue<Optional<X509Certificate>> certificate;

    KnownCertificate(
            String issuer, X509Certificate found, PlatformCertificates certificates, Clock clock) {
        this.certificate =
                new RefreshedValue<Optional<X509Certificate>>(
                                "The certificate of " + issuer,
                                () -> certificates.find(issuer),
                                REFRESH,
                                clock)
                        .beginningWith(Optional.of(found));
    }

    /**
     * The certificate as it is now.
     *
     * @return empty when it is gone
     * @throws Unavailable if it could not be fetched for 12 hours
     */
    Optional<X509Certificate> find() {
        return certificate.get();
    }
}
