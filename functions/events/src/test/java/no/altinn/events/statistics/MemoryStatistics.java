package no.altinn.events.statistics;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statistics in memory. */
public final class MemoryStatistics implements StatisticsStore {
    private final Map<Integer, TreeMap<Instant, Tally>> tallies = new HashMap<>();

    @Override
    public synchronized void add(int subscriptionId, Hour attempts) {
        tallies.computeIfAbsent(subscriptionId, id -> new TreeMap<>())
                .merge(attempts.start(), attempts.tally(), Tally::plus);
    }

    @Override
    public synchronized List<Hour> since(int subscriptionId, Instant from) {
        return tallies
                .getOrDefault(subscriptionId, new TreeMap<>())
                .tailMap(from)
                .entrySet()
                .stream()
                .map(entry -> new Hour(entry.getKey(), entry.getValue()))
                .toList();
    }
}
