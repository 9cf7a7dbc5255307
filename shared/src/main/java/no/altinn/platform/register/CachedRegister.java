package no.altinn.platform.register;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Keeps for 1 hour which organisation a URN names and which main unit a unit has, also that there
 * is none, and the UUIDs of persons who were found; 10 000 of each at most. Lookups in a caller's
 * name are always asked, since the caller may not be allowed to know. Thread-safe.
 */
public final class CachedRegister implements Register {
    private static final Duration AGE = Duration.ofHours(1);
    private static final long MAX_ENTRIES = 10_000;

    private final Register register;
    private final Clock clock;
    // Replaced as a whole, so that an answer to an earlier question is not kept afterwards.
    private volatile Memory memory;

    public CachedRegister(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
        this.memory = Memory.empty(clock);
    }

    private record Memory(
            Cache<String, Optional<Organization>> organizations,
            Cache<String, Optional<MainUnit>> mainUnits,
            Cache<String, UUID> partyUuids) {
        static Memory empty(Clock clock) {
            return new Memory(cache(clock), cache(clock), cache(clock));
        }
    }

    /** Forgets everything that is kept, for a caller who knows that parties have changed. */
    public void forget() {
        memory = Memory.empty(clock);
    }

    private static <V> Cache<String, V> cache(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(AGE)
                .build();
    }

    @Override
    public OptionalInt partyOfPerson(String nin, String bearerToken) {
        return register.partyOfPerson(nin, bearerToken);
    }

    @Override
    public OptionalInt partyOfOrganization(String orgNumber, String bearerToken) {
        return register.partyOfOrganization(orgNumber, bearerToken);
    }

    @Override
    public Map<String, UUID> partyUuids(Collection<String> personUrns) {
        Cache<String, UUID> partyUuids = memory.partyUuids;
        Map<String, UUID> found = new HashMap<>(partyUuids.getAllPresent(personUrns));
        List<String> missing =
                personUrns.stream().distinct().filter(urn -> !found.containsKey(urn)).toList();
        if (!missing.isEmpty()) {
            Map<String, UUID> fetched = register.partyUuids(missing);
            partyUuids.putAll(fetched);
            found.putAll(fetched);
        }
        return Map.copyOf(found);
    }

    @Override
    public Optional<Organization> organization(String urn) {
        return memory.organizations.get(urn, register::organization);
    }

    @Override
    public Optional<MainUnit> mainUnit(String organisationUrn) {
        return memory.mainUnits.get(organisationUrn, register::mainUnit);
    }
}
