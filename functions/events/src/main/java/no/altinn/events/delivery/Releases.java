package no.altinn.events.delivery;

import no.altinn.events.subscription.SubscriptionKey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Schedules looks at the held deliveries of subscriptions. A process knows for five seconds nothing
 * of what another has changed, and holds deliveries meanwhile; so a release looks again. Each look
 * releases as much as may be attempted in ten seconds. Thread-safe.
 */
public final class Releases {
    /** How many deliveries of a subscription one look releases or cancels. */
    static final int MOST = 500;

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final RetryQueue queue;

    public Releases(RetryQueue queue) {
        this.queue = queue;
    }

    /** Schedules the looks of a release that is about to be decided. */
    public void begin(SubscriptionKey key) {
        begin(key, Optional.empty());
    }

    /**
     * The same, where something is discarded.
     *
     * @param discardUntil what is held since then or longer is cancelled
     */
    public void begin(SubscriptionKey key, Optional<Instant> discardUntil) {
        schedule(new Retry.OfRelease(key, Retry.OfRelease.Look.SOON, discardUntil), SOON);
    }

    /** Schedules one look at once, besides those that are scheduled. */
    public void now(SubscriptionKey key) {
        now(key, Optional.empty());
    }

    /** The same, where something is discarded. */
    public void now(SubscriptionKey key, Optional<Instant> discardUntil) {
        schedule(new Retry.OfRelease(key, Retry.OfRelease.Look.NOW, discardUntil), Duration.ZERO);
    }

    /** Schedules the look that follows another, if any does. */
    void after(Retry.OfRelease look, boolean isMore) {
        if (look.look() == Retry.OfRelease.Look.NOW) {
            return;
        }
        if (isMore) {
            schedule(look.as(Retry.OfRelease.Look.SOON), SOON);
        } else if (look.look() == Retry.OfRelease.Look.SOON) {
            schedule(look.as(Retry.OfRelease.Look.LAST), LATER);
        }
    }

    /** Schedules a look again that could not be finished. */
    void again(Retry.OfRelease look) {
        schedule(look.as(Retry.OfRelease.Look.SOON), LATER);
    }

    private void schedule(Retry.OfRelease look, Duration delay) {
        queue.schedule(look, delay);
    }
}
