package no.altinn.events.subscription;

import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.platform.concurrent.InLanes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds tries of validations that were due but not made: their message was lost, or a process died
 * between two writes. Thread-safe.
 */
public final class SweepValidations {
    private static final int AT_ONCE = 500;

    /** The host ends a function after five minutes, together with the work before this sweep. */
    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final SubscriptionStore subscriptions;
    private final ValidationQueue queue;
    private final InLanes lanes;
    private final Clock clock;

    /**
     * A sweep of the store's validations.
     *
     * @param lanes each resource, whose subscriptions lie together, is one
     */
    public SweepValidations(
            SubscriptionStore subscriptions, ValidationQueue queue, InLanes lanes, Clock clock) {
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Schedules overdue tries: up to 500 in about a minute, the rest at the next sweep. A try that
     * cannot be scheduled holds up no other.
     *
     * @param before a try that has been due since before this counts as forgotten
     * @throws RuntimeException the first failure, after the others have been scheduled
     */
    public void sweep(Instant before) {
        Instant end = clock.instant().plus(MOST_TIME);
        lanes.each(
                        subscriptions.validationDueBefore(before, AT_ONCE),
                        subscription -> subscription.filters().resource(),
                        () -> clock.instant().isBefore(end),
                        this::sweep)
                .orThrow();
    }

    private void sweep(Subscription subscription) {
        if (!(subscription.validation() instanceof Pending pending)) {
            return;
        }
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
