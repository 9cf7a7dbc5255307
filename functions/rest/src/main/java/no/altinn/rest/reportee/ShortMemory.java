package no.altinn.rest.reportee;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is kept of other services' answers: for five minutes (rest-api.md §5), 10 000 at most. */
public final class ShortMemory {
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final long MOST = 10_000;

    private ShortMemory() {}

    /** An empty one. */
    public static <K, V> Cache<K, V> of(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(AGE)
                .build();
    }
}
