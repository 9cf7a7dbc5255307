package no.altinn.events.statistics;

import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts attempts in memory, and writes them down some at a time, so that no attempt costs a write:
 * those of a subscription and hour after 200 of them or after five minutes. A process that is
 * killed loses those five minutes. Thread-safe.
 */
public final class CountedAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(CountedAttempts.class);

    private static final int MOST_ATTEMPTS = 200;
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    /** About 10 MB. Beyond it, attempts of further subscriptions are written down at once. */
    private static final int MOST_COUNTS = 20_000;

    private final StatisticsStore store;
    private final Clock clock;
    private final Map<Place, Count> counts = new HashMap<>(); // guarded by this
    private final Deque<Count> oldestFirst = new ArrayDeque<>(); // guarded by this

    /** Counts that are written to a store. */
    public CountedAttempts(StatisticsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whose attempts are counted together. */
    private record Place(int subscriptionId, Instant hour) {}

    /** Attempts that are not written down yet. */
    private static final class Count {
        final Place place;
        final Instant since;
        Tally tally = Tally.NONE;

        Count(Place place, Instant since) {
            this.place = place;
            this.since = since;
        }
    }

    /**
     * Counts an attempt that is over now. If a store is away, the counts wait for another time.
     *
     * @param wasLast whether the delivery is given up
     */
    public void add(int subscriptionId, boolean succeeded, boolean wasLast, Duration duration) {
        Tally one = Tally.of(succeeded, wasLast, duration);
        for (Count full : counted(subscriptionId, one)) {
            write(full);
        }
    }

    /** The counts that are to be written: that of the attempt, and the oldest one of another. */
    private synchronized List<Count> counted(int subscriptionId, Tally one) {
        Instant now = clock.instant();
        Place place = new Place(subscriptionId, Hour.startOf(now));
        List<Count> full = new ArrayList<>();
        Count count = counts.get(place);
        if (count == null) {
            count = new Count(place, now);
            counts.put(place, count);
            oldestFirst.add(count);
        }
        count.tally = count.tally.plus(one);
        if (count.tally.attempts() >= MOST_ATTEMPTS || counts.size() > MOST_COUNTS) {
            full.add(taken(count));
        }
        old(now).ifPresent(old -> full.add(taken(old)));
        return full;
    }

    private synchronized Optional<Count> old(Instant now) {
        return Optional.ofNullable(oldestFirst.peek())
                .filter(oldest -> !now.isBefore(oldest.since.plus(MAX_AGE)));
    }

    private synchronized Count taken(Count count) {
        counts.remove(count.place);
        oldestFirst.remove(count);
        return count;
    }

    private void write(Count count) {
        try {
            store.add(count.place.subscriptionId(), new Hour(count.place.hour(), count.tally));
        } catch (Unavailable e) {
            LOG.warn("statistics late subscription={}", count.place.subscriptionId(), e);
            giveBack(count);
        }
    }

    private synchronized void giveBack(Count count) {
        Count newer = counts.get(count.place);
        if (newer == null) {
            // It waits for another five minutes, so that each attempt does not wait for the store.
            newer = new Count(count.place, clock.instant());
            counts.put(newer.place, newer);
            oldestFirst.add(newer);
        }
        newer.tally = newer.tally.plus(count.tally);
    }

    /** Writes down what has waited for five minutes. */
    public void writeOld() {
        Instant now = clock.instant();
        Optional<Count> old = takenIfOld(now);
        while (old.isPresent()) {
            write(old.get());
            old = takenIfOld(now);
        }
    }

    private synchronized Optional<Count> takenIfOld(Instant now) {
        return old(now).map(this::taken);
    }

    /** Writes down everything, once each, since the process ends. */
    public void writeAll() {
        List<Count> all;
        synchronized (this) {
            all = List.copyOf(oldestFirst);
            counts.clear();
            oldestFirst.clear();
        }
        all.forEach(this::write);
    }

    /** The attempts of a subscription that this process has not written down yet. */
    synchronized List<Hour> unwritten(int subscriptionId) {
        return oldestFirst.stream()
                .filter(count -> count.place.subscriptionId() == subscriptionId)
                .map(count -> new Hour(count.place.hour(), count.tally))
                .toList();
    }
}
