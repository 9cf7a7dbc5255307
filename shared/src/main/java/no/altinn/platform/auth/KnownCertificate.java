package no.altinn.platform.auth;

import no.altinn.platform.http.PlatformUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The certificate of an issuer that was found before. It is fetched again after 1 hour; when that
 * fails it stays in use until 12 hours after it was fetched, and is asked for again every 30
 * seconds. Thread-safe: one thread fetches, the others go on with what there is.
 */
final class KnownCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(KnownCertificate.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofHours(12);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    private final String issuer;
    private final PlatformCertificates certificates;
    private final Clock clock;

    /** Held while fetching; guards {@link #state} against two writers. */
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile State state;

    private record State(X509Certificate certificate, Instant fetched, Instant nextFetch) {
        static State fetchedAt(Instant now, X509Certificate certificate) {
            return new State(certificate, now, now.plus(FRESH));
        }

        State triedAt(Instant now) {
            return new State(certificate, fetched, now.plus(BETWEEN_TRIES));
        }

        boolean usableAt(Instant now) {
            return now.isBefore(fetched.plus(KEPT));
        }

        Optional<X509Certificate> at(Instant now) {
            if (usableAt(now)) {
                return Optional.of(certificate);
            }
            throw new PlatformUnavailable("A certificate could not be fetched for too long");
        }
    }

    KnownCertificate(
            String issuer, X509Certificate found, PlatformCertificates certificates, Clock clock) {
        this.issuer = issuer;
        this.certificates = certificates;
        this.clock = clock;
        this.state = State.fetchedAt(clock.instant(), found);
    }

    /**
     * The certificate as it is now.
     *
     * @return empty when it is gone
     * @throws PlatformUnavailable if it could not be fetched for 12 hours
     */
    Optional<X509Certificate> find() {
        State seen = state;
        Instant now = clock.instant();
        if (now.isBefore(seen.nextFetch())) {
            return seen.at(now);
        }
        if (seen.usableAt(now) && !fetching.tryLock()) {
            return seen.at(now);
        }
        if (!fetching.isHeldByCurrentThread()) {
            fetching.lock();
        }
        try {
            return state.equals(seen) ? fetch(seen) : state.at(now);
        } finally {
            fetching.unlock();
        }
    }

    private Optional<X509Certificate> fetch(State last) {
        Instant now = clock.instant();
        try {
            Optional<X509Certificate> found = certificates.find(issuer);
            found.ifPresent(certificate -> state = State.fetchedAt(now, certificate));
            return found;
        } catch (PlatformUnavailable e) {
            LOG.warn("The certificate of {} could not be fetched: {}", issuer, e.getMessage());
            return failed(last, now);
        } catch (RuntimeException e) {
            LOG.error("The certificate of {} could not be fetched", issuer, e);
            return failed(last, now);
        }
    }

    private Optional<X509Certificate> failed(State last, Instant now) {
        state = last.triedAt(now);
        return last.at(now);
    }
}
