package no.altinn.events.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How often this process has seen endpoints fail: an endpoint that fails often is left alone for a
 * while. It fails often if of ten attempts or more in a minute half have failed, or after ten
 * failures in a row within ten minutes. Thread-safe.
 */
public final class FailureCounts {
    /** About 5 MB; the endpoints that were called last are remembered. */
    private static final int MOST = 20_000;

    private static final Duration MAX_AGE = Duration.ofMinutes(11);

    private final LoadingCache<Integer, FailureCount> counts;

    public FailureCounts(Clock clock) {
        this.counts =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterAccess(MAX_AGE)
                        .maximumSize(MOST)
                        // To hand the little that it tidies to another thread costs more.
                        .executor(Runnable::run)
                        .build(subscription -> new FailureCount());
    }

    /** Counts an attempt that the subscription's endpoint took. */
    void succeeded(int subscription, Instant at) {
        counts.get(subscription).succeeded(at);
    }

    /**
     * Counts an attempt that the subscription's endpoint did not take.
     *
     * @return whether the endpoint has failed too often
     */
    boolean failed(int subscription, Instant at) {
        return counts.get(subscription).failed(at);
    }
}
