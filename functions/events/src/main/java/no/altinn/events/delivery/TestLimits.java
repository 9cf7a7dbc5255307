package no.altinn.events.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many test events one process posts. Thread-safe. */
public final class TestLimits {
    private static final int MOST_A_MINUTE = 6;
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** About as long as a test takes whose endpoint answers. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Cache<Integer, Deque<Instant>> recent;
    private final Clock clock;

    /** Limits by a clock. */
    public TestLimits(Clock clock) {
        this.clock = clock;
        this.recent =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(MINUTE.multipliedBy(2))
                        .maximumSize(MOST_REMEMBERED)
                        .executor(Runnable::run)
                        .build();
    }

    /** A place for one test; it is free when it is closed. */
    interface Place {
        void close();
    }

    /**
     * Takes a place.
     *
     * @throws TestRefused if the subscription was tested six times in the last minute, or eight
     *     endpoints are being tested
     */
    Place enter(int subscriptionId) {
        if (!places.tryAcquire()) {
            throw TestRefused.busy(SOON);
        }
        try {
            note(subscriptionId);
        } catch (TestRefused e) {
            places.release();
            throw e;
        }
        return places::release;
    }

    private void note(int subscriptionId) {
        Instant now = clock.instant();
        Deque<Instant> tests = recent.get(subscriptionId, id -> new ArrayDeque<>());
        synchronized (tests) {
            tests.removeIf(test -> !test.plus(MINUTE).isAfter(now));
            if (tests.size() >= MOST_A_MINUTE) {
                throw TestRefused.tooOften(
                        MOST_A_MINUTE, Duration.between(now, tests.getFirst().plus(MINUTE)));
            }
            tests.add(now);
        }
    }
}
