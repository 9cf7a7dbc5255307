package no.altinn.events.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The turns of attempts at endpoints that take so many events a minute. While many are wanted, a
 * process reserves as many as it used in the last ten seconds, so that not each of them costs a
 * write. Thread-safe.
 */
public final class RatePlaces {
    /** For how long a process may reserve turns. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final int MOST_SUBSCRIPTIONS = 10_000;
    private static final long NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Rates rates;
    private final Clock clock;
    private final LoadingCache<Integer, Block> blocks;

    /** Turns that all processes share. */
    public RatePlaces(Rates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
        this.blocks =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterAccess(Duration.ofMinutes(2))
                        .maximumSize(MOST_SUBSCRIPTIONS)
                        .executor(Runnable::run)
                        .build(subscription -> new Block(new RateLine(subscription, false)));
    }

    /**
     * Reserves a turn.
     *
     * @param ratePerMinute 1 to 60 000
     * @return when it is: about now, or later
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    Instant reserve(int subscription, int ratePerMinute) {
        Duration each = Duration.ofNanos((NANOS_PER_MINUTE + ratePerMinute - 1) / ratePerMinute);
        return blocks.get(subscription).next(each, clock.instant());
    }

    /** The turns that this process has reserved of one line. Thread-safe. */
    private final class Block {
        private final RateLine line;
        // All guarded by this.
        private Duration each = Duration.ZERO;
        private Instant since = Instant.MIN;
        private Instant next = Instant.MIN;
        private int left;
        private int used;

        Block(RateLine line) {
            this.line = line;
        }

        synchronized Instant next(Duration wanted, Instant now) {
            if (!wanted.equals(each)) {
                each = wanted;
                left = 0;
            }
            // A turn that passed unused must not be made up for: that would be one too many.
            while (left > 0 && !next.plus(each).isAfter(now)) {
                skip();
            }
            if (left == 0) {
                reserve(now);
            }
            Instant turn = next;
            skip();
            used++;
            return turn;
        }

        private void skip() {
            next = next.plus(each);
            left--;
        }

        private void reserve(Instant now) {
            boolean isBusy = since.plus(AHEAD).isAfter(now);
            long most = Math.max(1, AHEAD.dividedBy(each));
            int count = (int) Math.min(most, isBusy ? 2L * Math.max(1, used) : 1);
            next = rates.reserve(line, now, each, count);
            left = count;
            used = 0;
            since = now;
        }
    }
}
