package no.altinn.platform.orgs;

import no.altinn.platform.time.RefreshedValue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps the list of service owners for 1 hour; when it cannot be fetched then, the last good one
 * stays in use. Thread-safe.
 */
public final class CachedServiceOwners implements ServiceOwners {
    private static final Duration AGE = Duration.ofHours(1);

    private final HttpServiceOwnerList source;
    private final Clock clock;
    // Replaced as a whole, so that a list that is being fetched is not kept afterwards.
    private volatile Supplier<ServiceOwnerList> list;

    /** Fetches nothing yet. */
    public CachedServiceOwners(HttpServiceOwnerList source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.list = unread();
    }

    private Supplier<ServiceOwnerList> unread() {
        return new RefreshedValue<>("The service owners", source::fetch, AGE, clock);
    }

    /** Forgets the list, for a caller who knows that it has changed. */
    public void forget() {
        list = unread();
    }

    @Override
    public List<String> codesOf(String organisationNumber) {
        return list.get().codesOf(organisationNumber);
    }
}
