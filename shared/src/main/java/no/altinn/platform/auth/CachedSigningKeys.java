package no.altinn.platform.auth;

import no.altinn.platform.http.PlatformUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps an issuer's keys for 12 hours. A key id that is not among them fetches them again, at most
 * once in 5 minutes; a fetch that fails leaves the last good keys in use. Thread-safe: one thread
 * fetches, the others wait only when they have no key to go on with.
 */
public final class CachedSigningKeys implements SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CachedSigningKeys.class);
    private static final Duration MAX_AGE = Duration.ofHours(12);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FIRST_FETCHES = Duration.ofSeconds(5);

    private final KeySetSource source;
    private final Clock clock;

    /** Held while fetching; guards {@link #state} against two writers. */
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile State state = new State(new KeySet(List.of()), Instant.MIN, Instant.MIN);

    /** {@code keys} is empty as long as no fetch has succeeded. */
    private record State(KeySet keys, Instant fetched, Instant nextFetch) {
        boolean has(String kid) {
            return !keys.find(kid).isEmpty();
        }

        boolean freshAt(Instant now) {
            return now.isBefore(fetched.plus(MAX_AGE));
        }

        boolean neverFetched() {
            return keys.keys().isEmpty();
        }
    }

    /** Keys of a source, none of which is fetched yet. */
    public CachedSigningKeys(KeySetSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public List<RSAPublicKey> find(String kid) {
        State seen = state;
        Instant now = clock.instant();
        if (seen.has(kid) && seen.freshAt(now)) {
            return seen.keys().find(kid);
        }
        if (!now.isBefore(seen.nextFetch())) {
            refresh(seen, kid);
        }
        State current = state;
        if (current.neverFetched()) {
            throw new PlatformUnavailable("No signing key has been fetched");
        }
        return current.keys().find(kid);
    }

    private void refresh(State seen, String kid) {
        // Whoever holds a key that is merely too old goes on with it while another fetches.
        if (seen.has(kid) && !fetching.tryLock()) {
            return;
        }
        if (!fetching.isHeldByCurrentThread()) {
            fetching.lock();
        }
        try {
            if (state.equals(seen)) {
                state = fetched(seen);
            }
        } finally {
            fetching.unlock();
        }
    }

    private State fetched(State last) {
        Instant now = clock.instant();
        try {
            // The first fetch is no refresh: a key made since then may still be asked for at once.
            return new State(
                    source.fetch(), now, last.neverFetched() ? now : now.plus(BETWEEN_REFRESHES));
        } catch (PlatformUnavailable e) {
            LOG.warn("Signing keys could not be fetched: {}", e.getMessage());
            return failed(last, now);
        } catch (RuntimeException e) {
            // A mistake here is no reason to ask the issuer at every call from now on.
            LOG.error("Signing keys could not be fetched", e);
            return failed(last, now);
        }
    }

    private static State failed(State last, Instant now) {
        Duration pause = last.neverFetched() ? BETWEEN_FIRST_FETCHES : BETWEEN_REFRESHES;
        return new State(last.keys(), last.fetched(), now.plus(pause));
    }
}
