package no.altinn.events.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long calls took, counted in {@link #BUCKETS} buckets. Immutable.
 *
 * @param counts one for each bucket; missing ones at the end count as zero
 */
public record Latencies(List<Long> counts) {
    /** No call. */
    public static final Latencies NONE = new Latencies(List.of());

    /** How many buckets there are. */
    public static final int BUCKETS = 14;

    /** The longest latency of each bucket but the last, in milliseconds. */
    private static final List<Long> BOUNDS =
            List.of(
                    5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 20_000L,
                    45_000L);

    /** What the last bucket counts as, since it has no end. */
    private static final long LONGEST = 60_000;

    public Latencies {
        List<Long> all = new ArrayList<>(counts);
        all.addAll(Collections.nCopies(Math.max(0, BUCKETS - all.size()), 0L));
        counts = List.copyOf(all.subList(0, BUCKETS));
    }

    /** One call. */
    public static Latencies of(Duration duration) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && duration.toMillis() > BOUNDS.get(bucket)) {
            bucket++;
        }
        List<Long> counts = new ArrayList<>(Collections.nCopies(BUCKETS, 0L));
        counts.set(bucket, 1L);
        return new Latencies(counts);
    }

    /** Both together. */
    public Latencies plus(Latencies other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            sum.add(counts.get(i) + other.counts.get(i));
        }
        return new Latencies(sum);
    }

    /**
     * The latency in milliseconds that a share of the calls did not exceed, as far as the buckets
     * tell: within a bucket the calls count as evenly spread. Empty without a call.
     *
     * @param share 0 to 1
     */
    public OptionalLong quantile(double share) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return OptionalLong.empty();
        }
        double wanted = share * all;
        long before = 0;
        for (int i = 0; i < BUCKETS; i++) {
            long here = counts.get(i);
            if (here > 0 && before + here >= wanted) {
                long from = i == 0 ? 0 : BOUNDS.get(i - 1);
                long to = i < BOUNDS.size() ? BOUNDS.get(i) : LONGEST;
                return OptionalLong.of(from + Math.round((to - from) * (wanted - before) / here));
            }
            before += here;
        }
        return OptionalLong.of(LONGEST);
    }
}
