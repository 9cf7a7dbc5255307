package no.altinn.events.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what came of a subscription's attempts, hour by hour. Thread-safe. */
public final class SubscriptionStatistics {
    /** For how many hours statistics are kept: 90 days. */
    public static final int MOST_HOURS = 2_160;

    private final StatisticsStore store;
    private final CountedAttempts counted;
    private final Clock clock;

    /**
     * Statistics of a store.
     *
     * @param counted what this process has not written down yet
     */
    public SubscriptionStatistics(StatisticsStore store, CountedAttempts counted, Clock clock) {
        this.store = store;
        this.counted = counted;
        this.clock = clock;
    }

    /**
     * The last hours, the oldest first: one for each, the one that is not over included.
     *
     * @param hours 1 to {@link #MOST_HOURS}
     */
    public List<Hour> last(int subscriptionId, int hours) {
        Instant last = Hour.startOf(clock.instant());
        Instant first = last.minus(Duration.ofHours(hours - 1L));
        Map<Instant, Tally> tallies = new TreeMap<>();
        for (int i = 0; i < hours; i++) {
            tallies.put(first.plus(Duration.ofHours(i)), Tally.NONE);
        }
        List<Hour> known = new ArrayList<>(store.since(subscriptionId, first));
        known.addAll(counted.unwritten(subscriptionId));
        known.forEach(
                hour ->
                        tallies.computeIfPresent(
                                hour.start(), (start, tally) -> tally.plus(hour.tally())));
        return tallies.entrySet().stream()
                .map(entry -> new Hour(entry.getKey(), entry.getValue()))
                .toList();
    }
}
