package no.altinn.platform.pdp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Which requests could not be decided though each was asked alone, for 10 s. That is no decision on
 * them: it tells only that they are better asked apart from others. Holds at most 10 000 of them.
 * Thread-safe.
 */
final class RecentlyUndecidable {
    /** How long a request is remembered after it was last asked in vain. */
    static final Duration AGE = Duration.ofSeconds(10);

    private static final long MOST = 10_000;

    private final Cache<DecisionKey, Boolean> requests;

    RecentlyUndecidable(Clock clock) {
        this.requests =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(AGE)
                        .build();
    }

    void add(DecisionRequest request) {
        requests.put(DecisionKey.of(request), true);
    }

    /** A decision was made on the request. */
    void remove(DecisionRequest request) {
        if (!isEmpty()) {
            requests.invalidate(DecisionKey.of(request));
        }
    }

    boolean contains(DecisionRequest request) {
        return !isEmpty() && requests.getIfPresent(DecisionKey.of(request)) != null;
    }

    /** Nearly always it is, and then no keys need be made. */
    private boolean isEmpty() {
        return requests.estimatedSize() == 0;
    }
}
