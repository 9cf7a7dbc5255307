package no.altinn.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Caches certificates: a found one for 1 hour, and for up to 12 while it cannot be fetched again; a
 * missing one for 5 minutes; a failed look-up for 5 seconds. Thread-safe; concurrent callers share
 * one look-up of an issuer.
 *
 * <p>A caller can name any issuer. So misses are cached apart from the certificates, 1 000 of each
 * at most, and look-ups of issuers that were never found are limited: 20 at once, then 1 a second.
 * A look-up beyond the limit fails and is not cached, so a new issuer is found once the limit
 * allows it.
 */
public final class CachedPlatformCertificates implements PlatformCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(CachedPlatformCertificates.class);
    private static final long MAX_ISSUERS = 1000;
    private static final int BURST = 20;
    private static final Duration BETWEEN_STRANGERS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final PlatformCertificates certificates;
    private final Set<String> expected;
    private final Clock clock;
    private final RateLimit strangers;
    private final RateLimit warnings;
    private final Cache<String, KnownCertificate> known;
    private final Cache<String, Miss> missed;

    /** Why there is no certificate, and how long that is remembered. */
    private enum Miss {
        ABSENT(Duration.ofMinutes(5)),
        UNAVAILABLE(Duration.ofSeconds(5));

        private final Duration remembered;

        Miss(Duration remembered) {
            this.remembered = remembered;
        }
    }

    /**
     * @param certificates where they are kept
     * @param expected issuers that are asked for whatever else is asked for
     */
    public CachedPlatformCertificates(
            PlatformCertificates certificates, Set<String> expected, Clock clock) {
        this.certificates = certificates;
        this.expected = Set.copyOf(expected);
        this.clock = clock;
        this.strangers = new RateLimit(BURST, BETWEEN_STRANGERS, clock);
        this.warnings = new RateLimit(1, BETWEEN_WARNINGS, clock);
        this.known = Caffeine.newBuilder().maximumSize(MAX_ISSUERS).build();
        this.missed =
                Caffeine.newBuilder()
                        .maximumSize(MAX_ISSUERS)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfter(Expiry.writing((String issuer, Miss miss) -> miss.remembered))
                        .build();
    }

    @Override
    public Optional<X509Certificate> find(String issuer) {
        KnownCertificate before = known.getIfPresent(issuer);
        if (before != null) {
            return current(issuer, before);
        }
        if (missed.get(issuer, this::lookUp) == Miss.UNAVAILABLE) {
            throw new Unavailable("The certificate of " + issuer + " could not be fetched");
        }
        return Optional.ofNullable(known.getIfPresent(issuer)).flatMap(KnownCertificate::find);
    }

    private Optional<X509Certificate> current(String issuer, KnownCertificate certificate) {
        Optional<X509Certificate> current = certificate.find();
        if (current.isEmpty()) {
            missed.put(issuer, Miss.ABSENT);
            known.asMap().remove(issuer, certificate);
        }
        return current;
    }

    /** Null, which is not remembered, for whom nothing was missed. */
    private Miss lookUp(String issuer) {
        // A thread that waited while another asked for the same issuer finds it here.
        if (known.getIfPresent(issuer) != null) {
            return null;
        }
        requireTurn(issuer);
        try {
            Optional<X509Certificate> found = certificates.find(issuer);
            found.ifPresent(
                    certificate ->
                            known.put(
                                    issuer,
                                    new KnownCertificate(
                                            issuer, certificate, certificates, clock)));
            return found.isPresent() ? null : Miss.ABSENT;
        } catch (Unavailable e) {
            LOG.warn("The certificate of {} could not be fetched: {}", issuer, e.getMessage());
            return Miss.UNAVAILABLE;
        } catch (RuntimeException e) {
            LOG.error("The certificate of {} could not be fetched", issuer, e);
            return Miss.UNAVAILABLE;
        }
    }

    /** Thrown and not remembered: who is turned away may be a real issuer in a flood of others. */
    private void requireTurn(String issuer) {
        if (expected.contains(issuer) || strangers.tryTake()) {
            return;
        }
        if (warnings.tryTake()) {
            LOG.warn("More unknown issuers of platform access tokens than are asked for");
        }
        throw new Unavailable("Too many unknown issuers to ask for " + issuer + " now");
    }
}
