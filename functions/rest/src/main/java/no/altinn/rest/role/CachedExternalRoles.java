package no.altinn.rest.role;

import com.github.benmanes.caffeine.cache.Cache;

import no.altinn.rest.reportee.ShortMemory;

import java.time.Clock;
import java.util.Set;

/** Keeps roles for five minutes, of 10 000 persons and parties at most. Thread-safe. */
public final class CachedExternalRoles implements ExternalRoles {
    private final ExternalRoles roles;
    private final Clock clock;
    // Replaced as a whole, so that an answer to an earlier question is not kept afterwards.
    private volatile Cache<Key, Set<String>> kept;

    private record Key(int userId, int partyId) {}

    public CachedExternalRoles(ExternalRoles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
        this.kept = ShortMemory.of(clock);
    }

    @Override
    public Set<String> of(int userId, int partyId) {
        return kept.get(new Key(userId, partyId), key -> roles.of(key.userId(), key.partyId()));
    }

    /** Forgets everything, for a caller who knows that the registers have changed. */
    public void forget() {
        kept = ShortMemory.of(clock);
    }
}
