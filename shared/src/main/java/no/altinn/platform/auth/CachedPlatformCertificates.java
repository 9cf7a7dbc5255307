package no.altinn.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps certificates for 1 hour, and for 5 minutes that there is none; failures are not kept. Holds
 * at most 1 000 issuers. Thread-safe; one issuer is asked for once at a time.
 */
public final class CachedPlatformCertificates implements PlatformCertificates {
    private static final Duration FOUND = Duration.ofHours(1);
    private static final Duration ABSENT = Duration.ofMinutes(5);
    private static final long MAX_ISSUERS = 1000;

    private final PlatformCertificates certificates;
    private final Cache<String, Optional<X509Certificate>> cache;

    public CachedPlatformCertificates(PlatformCertificates certificates, Clock clock) {
        this.certificates = certificates;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(MAX_ISSUERS)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfter(
                                Expiry.writing(
                                        (String issuer, Optional<X509Certificate> found) ->
                                                found.isPresent() ? FOUND : ABSENT))
                        .build();
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        return cache.get(issuer, certificates::find);
    }
}
