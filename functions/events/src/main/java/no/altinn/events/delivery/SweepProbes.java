package no.altinn.events.delivery;

import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.platform.concurrent.InLanes;

import java.time.Duration;
import java.time.Instant;

/**
 * Finds endpoints that were to be tried but were not: their message was lost, or the process that
 * tried them has ended. Thread-safe.
 */
public final class SweepProbes {
    private static final int AT_ONCE = 500;

    private final SubscriptionStore subscriptions;
    private final RetryQueue queue;
    private final InLanes lanes;

    /**
     * A sweep of the store's subscriptions.
     *
     * @param lanes how many messages are sent at once
     */
    public SweepProbes(SubscriptionStore subscriptions, RetryQueue queue, InLanes lanes) {
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.lanes = lanes;
    }

    /**
     * Has up to 500 endpoints tried; the rest at the next sweep. Of two messages about one
     * endpoint, the first counts.
     *
     * @param before an endpoint that was to be tried before this counts as forgotten
     * @throws RuntimeException the first failure, after the others have been scheduled
     */
    public void sweep(Instant before) {
        lanes.each(
                        subscriptions.probeDueBefore(before, AT_ONCE),
                        one -> queue.schedule(new Retry.OfProbe(one.key()), Duration.ZERO))
                .orThrow();
    }
}
