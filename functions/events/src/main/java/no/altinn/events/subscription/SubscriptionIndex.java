package no.altinn.events.subscription;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The subscriptions in memory, at most 5 seconds old: matching and delivering look here for every
 * event. Changes made in this process are seen at once. Thread-safe.
 */
public final class SubscriptionIndex {
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    private static final int MAX_RESOURCES = 20_000;
    private static final int MAX_SUBSCRIPTIONS = 100_000;

    private final LoadingCache<String, List<Subscription>> byResource;
    private final LoadingCache<Integer, Optional<Subscription>> byId;

    public SubscriptionIndex(SubscriptionStore subscriptions, Clock clock) {
        this.byResource = cache(clock, MAX_RESOURCES).build(subscriptions::validatedFor);
        this.byId = cache(clock, MAX_SUBSCRIPTIONS).build(subscriptions::find);
    }

    private static Caffeine<Object, Object> cache(Clock clock, int size) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        return Caffeine.newBuilder().ticker(ticker).expireAfterWrite(MAX_AGE).maximumSize(size);
    }

    /** The validated subscriptions on a resource, in any case. */
    public List<Subscription> validatedFor(String resource) {
        return byResource.get(resource.toLowerCase(Locale.ROOT));
    }

    /** The subscription with this id, if it still is there. */
    public Optional<Subscription> find(int id) {
        return byId.get(id);
    }

    /** Makes the next look-up see a change of this subscription. */
    public void changed(Subscription subscription) {
        byResource.invalidate(subscription.filters().resource());
        byId.invalidate(subscription.id());
    }
}
