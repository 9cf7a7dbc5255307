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
 * Keeps for 1 hour which main unit a unit has, also that it has none, and the UUIDs of persons who
 * were found; 10 000 of each at most. Lookups in a caller's name are always asked, since the caller
 * may not be allowed to know. Thread-safe.
 */
public final class CachedRegister implements Register {
    private static final Duration AGE = Duration.ofHours(1);
    private static final long MAX_ENTRIES = 10_000;

    private final Register register;
    private final Cache<String, Optional<MainUnit>> mainUnits;
    private final Cache<String, UUID> partyUuids;

    public CachedRegister(Register register, Clock clock) {
        this.register = register;
        this.mainUnits = cache(clock);
        this.partyUuids = cache(clock);
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
    public Optional<MainUnit> mainUnit(String organisationUrn) {
        return mainUnits.get(organisationUrn, register::mainUnit);
    }
}
