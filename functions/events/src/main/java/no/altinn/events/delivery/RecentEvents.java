package no.altinn.events.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventStore;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The events that were pushed in the last five seconds. An event with a thousand recipients is read
 * once, and not for each of them. An event never changes, except that it is erased: an event that
 * was pushed in the five seconds before may be pushed for the rest of them. Thread-safe.
 */
public final class RecentEvents {
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** At most 4 MB of events, so that two of the largest fit. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final EventStore events;
    private final Cache<EventKey, Event> recent;

    /** A memory of what was read from the store. */
    public RecentEvents(EventStore events, Clock clock) {
        this.events = events;
        this.recent =
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(MAX_AGE)
                        .maximumWeight(MOST_CHARACTERS)
                        .weigher((EventKey key, Event event) -> event.json().length())
                        // To hand the little that it tidies to another thread costs more.
                        .executor(Runnable::run)
                        .build();
    }

    /** The event with this key. One that is gone or erased may be found for five seconds. */
    Optional<Event> find(EventKey key) {
        return Optional.ofNullable(recent.get(key, it -> events.find(it).orElse(null)));
    }
}
