package no.altinn.authentication.keys;

import no.altinn.platform.http.PlatformUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Signs with the certificate whose turn it is. Versions are read on the first call and again every
 * 30 minutes; when they cannot be read again, the last ones stay in use, and a minute passes before
 * the next try.
 *
 * <p>Thread-safe: one thread reads, the others wait only when there is nothing to go on with.
 */
public final class RotatingSigningKeys implements SigningKeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(RotatingSigningKeys.class);
    private static final Duration BETWEEN_READS = Rotation.PUBLISHED_WITHIN;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAILED_FIRST_READ = Duration.ofSeconds(5);

    private final SigningCertificates certificates;
    private final Clock clock;

    /** Held while reading; guards {@link #state} against two writers. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile State state = new NothingRead(Instant.MIN);

    private sealed interface State {
        Instant nextRead();
    }

    private record NothingRead(Instant nextRead) implements State {}

    private record Known(Rotation rotation, Instant nextRead) implements State {}

    public RotatingSigningKeys(SigningCertificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * The key whose turn it is.
     *
     * @throws PlatformUnavailable if the certificates were never read, or none of them is in force
     */
    @Override
    public SigningKey current() {
        return rotation().signing(clock.instant()).orElseThrow(this::noneInForce).key();
    }

    /**
     * The key whose turn it is, those that come after it, and those whose tokens may still be good;
     * the oldest first.
     *
     * @throws PlatformUnavailable if the certificates were never read, or none of them is in force
     */
    @Override
    public List<PublishedKey> published() {
        List<PublishedKey> keys =
                rotation().published(clock.instant()).stream()
                        .map(certificate -> certificate.key().published())
                        .toList();
        if (keys.isEmpty()) {
            throw noneInForce();
        }
        return keys;
    }

    private PlatformUnavailable noneInForce() {
        return new PlatformUnavailable(
                "No certificate to sign tokens with is in force: each is disabled, has ended or"
                        + " has not begun");
    }

    private Rotation rotation() {
        State seen = state;
        if (!clock.instant().isBefore(seen.nextRead())) {
            readAfter(seen);
        }
        if (state instanceof Known known) {
            return known.rotation();
        }
        throw new PlatformUnavailable("The certificates to sign tokens with have not been read");
    }

    private void readAfter(State seen) {
        // Whoever has versions goes on with them while another reads.
        if (seen instanceof Known && !reading.tryLock()) {
            return;
        }
        if (!reading.isHeldByCurrentThread()) {
            reading.lock();
        }
        try {
            if (state.equals(seen)) {
                state = read(seen);
            }
        } finally {
            reading.unlock();
        }
    }

    private State read(State last) {
        Instant now = clock.instant();
        try {
            return new Known(new Rotation(certificates.versions()), now.plus(BETWEEN_READS));
        } catch (PlatformUnavailable e) {
            LOG.warn("The certificates to sign tokens with were not read: {}", e.getMessage());
            return last instanceof Known known
                    ? new Known(known.rotation(), now.plus(AFTER_A_FAILURE))
                    : new NothingRead(now.plus(AFTER_A_FAILED_FIRST_READ));
        }
    }
}
