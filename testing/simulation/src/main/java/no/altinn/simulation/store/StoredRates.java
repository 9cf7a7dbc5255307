package no.altinn.simulation.store;

import no.altinn.events.delivery.RateLine;
import no.altinn.events.delivery.Rates;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Turns that every process shares; each call is one step. Not thread-safe. */
public final class StoredRates implements Rates {
    private final Map<RateLine, Instant> free = new HashMap<>();

    @Override
    public Instant reserve(RateLine line, Instant earliest, Duration each, int count) {
        Instant next = free.getOrDefault(line, earliest);
        Instant first = next.isAfter(earliest) ? next : earliest;
        free.put(line, first.plus(each.multipliedBy(count)));
        return first;
    }
}
