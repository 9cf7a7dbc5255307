package no.altinn.events.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The subscriptions in memory, at most 5 seconds old: matching and delivering look here for every
 * event. Changes made in this process are seen at once. Thread-safe.
 */
public final class SubscriptionIndex {
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** About 45 MB of interests. A resource with more interests is read for each event. */
    private static final int MOST_INTERESTS = 400_000;

    /** What the entry of a resource takes beside its interests, as so many of them. */
    private static final int PER_RESOURCE = 20;

    /** About 60 MB of subscriptions, for their deliveries. */
    private static final int MOST_CHARACTERS = 30_000_000;

    /** What a subscription takes beside its texts, as so many characters. */
    private static final int PER_SUBSCRIPTION = 500;

    private final SubscriptionStore subscriptions;
    private final LoadingCache<String, Interests> byResource;
    private final Cache<Integer, Found> byId;
    private final Ticker ticker;

    /**
     * What was found.
     *
     * @param asked when the store was asked, by the ticker: what others change from then on is not
     *     in it, however late the answer came
     */
    private record Found(Optional<Subscription> subscription, long asked) {}

    public SubscriptionIndex(SubscriptionStore subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.byResource =
                cache().maximumWeight(MOST_INTERESTS)
                        .weigher(
                                (String resource, Interests interests) ->
                                        PER_RESOURCE + interests.weight())
                        .build(resource -> Interests.of(subscriptions.validatedFor(resource)));
        this.byId =
                cache().maximumWeight(MOST_CHARACTERS).weigher(SubscriptionIndex::weight).build();
    }

    private Caffeine<Object, Object> cache() {
        return Caffeine.newBuilder().ticker(ticker).expireAfterWrite(MAX_AGE);
    }

    private static int weight(Integer id, Found found) {
        return PER_SUBSCRIPTION + found.subscription().map(Subscription::length).orElse(0);
    }

    /** The interests of the validated subscriptions on a resource, in any case. */
    public Interests validatedFor(String resource) {
        return byResource.get(resource.toLowerCase(Locale.ROOT));
    }

    /**
     * The subscription of this key, if it still is there and may get events: as it was at most five
     * seconds before this call, also if the store was slow.
     */
    public Optional<Subscription> find(SubscriptionKey key) {
        long now = ticker.read();
        Found found = byId.get(key.id(), id -> ask(key));
        if (now - found.asked() >= MAX_AGE.toNanos()) {
            byId.asMap().remove(key.id(), found);
            found = byId.get(key.id(), id -> ask(key));
        }
        return found.subscription();
    }

    private Found ask(SubscriptionKey key) {
        long asked = ticker.read();
        return new Found(subscriptions.find(key).filter(Subscription::keepsBounds), asked);
    }

    /** The subscription of this key as it is now, if it still is there and may get events. */
    public Optional<Subscription> newest(SubscriptionKey key) {
        byId.invalidate(key.id());
        return find(key);
    }

    /** Makes the next look-up see a change of this subscription. */
    public void changed(Subscription subscription) {
        byResource.invalidate(subscription.filters().resource());
        byId.invalidate(subscription.id());
    }

    /** Makes the next look-up by key see how this subscription is served now. */
    void served(Subscription subscription) {
        byId.invalidate(subscription.id());
    }
}
