package no.altinn.events.subscription;

import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds tries of validations that were due but not made: their message was lost, or a process died
 * between two writes. Thread-safe.
 */
public final class SweepValidations {
    private static final int AT_ONCE = 500;

    private final SubscriptionStore subscriptions;
    private final ValidationQueue queue;
    private final Clock clock;

    public SweepValidations(SubscriptionStore subscriptions, ValidationQueue queue, Clock clock) {
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Schedules overdue tries: up to 500, the rest at the next sweep.
     *
     * @param before a try that has been due since before this counts as forgotten
     */
    public void sweep(Instant before) {
        for (Subscription subscription : subscriptions.validationDueBefore(before, AT_ONCE)) {
            if (subscription.validation() instanceof Pending pending) {
                sweep(subscription, pending);
            }
        }
    }

    private void sweep(Subscription subscription, Pending pending) {
        if (subscription.keepsBounds()) {
            schedule(subscription, pending);
        } else {
            // Its endpoint was cut, so it must not be called, now or at the next sweep.
            subscriptions.moveValidation(subscription.id(), pending, new Failed());
        }
    }

    /** The state goes first: a crash in between leaves the try to the next sweep. */
    private void schedule(Subscription subscription, Pending pending) {
        Pending now = new Pending(pending.attempt(), clock.instant());
        if (subscriptions.moveValidation(subscription.id(), pending, now)) {
            queue.schedule(subscription.id(), pending.attempt(), Duration.ZERO);
        }
    }
}
