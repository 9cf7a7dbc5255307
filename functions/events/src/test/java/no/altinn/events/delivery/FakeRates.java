package no.altinn.events.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Turns in memory. */
public final class FakeRates implements Rates {
    private final Map<RateLine, Instant> free = new HashMap<>();
    private int reservations;

    @Override
    public synchronized Instant reserve(RateLine line, Instant earliest, Duration each, int count) {
        reservations++;
        Instant next = free.getOrDefault(line, earliest);
        Instant first = next.isAfter(earliest) ? next : earliest;
        free.put(line, first.plus(each.multipliedBy(count)));
        return first;
    }

    /** How often turns were reserved. */
    synchronized int reservations() {
        return reservations;
    }
}
