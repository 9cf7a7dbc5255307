package no.altinn.authentication.lookup;

import no.altinn.authentication.exchange.ServiceOwners;
import no.altinn.platform.http.PlatformUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the list of service owners for 1 hour. When it cannot be fetched then, the last good one
 * stays in use and is asked for again after 1 minute; before there is any, after 5 seconds.
 * Thread-safe: one thread fetches, the others wait only when there is no list to go on with.
 */
public final class CachedServiceOwners implements ServiceOwners {
    private static final Logger LOG = LoggerFactory.getLogger(CachedServiceOwners.class);
    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_FIRST_FAILURE = Duration.ofSeconds(5);

    private final HttpServiceOwnerList source;
    private final Clock clock;

    /** Held while fetching; guards {@link #state} against two writers. */
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile State state = new State(new ServiceOwnerList(Map.of()), Instant.MIN);

    /** {@code list} is empty as long as no fetch has succeeded. */
    private record State(ServiceOwnerList list, Instant nextFetch) {
        boolean neverFetched() {
            return list.codes().isEmpty();
        }
    }

    public CachedServiceOwners(HttpServiceOwnerList source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Optional<String> codeOf(String organisationNumber) {
        State seen = state;
        if (!clock.instant().isBefore(seen.nextFetch())) {
            refresh(seen);
        }
        State current = state;
        if (current.neverFetched()) {
            throw new PlatformUnavailable("The list of service owners was never fetched");
        }
        return current.list().codeOf(organisationNumber);
    }

    private void refresh(State seen) {
        if (!fetching.tryLock()) {
            if (!seen.neverFetched()) {
                return;
            }
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
            return new State(source.fetch(), now.plus(AGE));
        } catch (PlatformUnavailable e) {
            LOG.warn("The list of service owners could not be fetched: {}", e.getMessage());
            return new State(
                    last.list(),
                    now.plus(last.neverFetched() ? AFTER_FIRST_FAILURE : AFTER_FAILURE));
        }
    }
}
