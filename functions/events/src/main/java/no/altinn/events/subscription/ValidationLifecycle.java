package no.altinn.events.subscription;

import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.platform.time.RetrySchedule;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Moves validations of subscriptions from state to state and schedules their next tries. The
 * document always moves before the message is sent: the sweep finds a validation whose message was
 * lost. Thread-safe.
 */
public final class ValidationLifecycle {
    /** How long to wait after each failed try; after the last there is no other. */
    private static final RetrySchedule SCHEDULE =
            RetrySchedule.exactly(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(120));

    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;
    private final ValidationQueue queue;
    private final Clock clock;

    /** The life of the validations of the store's subscriptions, which the index has in memory. */
    public ValidationLifecycle(
            SubscriptionStore subscriptions,
            SubscriptionIndex index,
            ValidationQueue queue,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.index = index;
        this.queue = queue;
        this.clock = clock;
    }

    /** Begins, or begins again; returns the subscription as it is afterwards. */
    Subscription start(Subscription subscription) {
        schedule(subscription, 1, Duration.ZERO);
        return subscriptions.find(subscription.id()).orElse(subscription);
    }

    /** The subscription, if it waits for this very try and its endpoint may be called. */
    Optional<Subscription> pending(int subscriptionId, int attempt) {
        return subscriptions
                .find(subscriptionId)
                .filter(Subscription::keepsBounds)
                .filter(
                        subscription ->
                                subscription.validation() instanceof Pending pending
                                        && pending.attempt() == attempt);
    }

    /** Puts the try off. */
    void postpone(Subscription subscription, int attempt, Duration wait) {
        schedule(subscription, attempt, wait);
    }

    /**
     * Sets a subscription validated, in whatever state it is. One that was stopped takes events
     * again: a caller that knows of no other way asks for the same subscription again.
     *
     * @param allowedRate how many events a minute the endpoint takes, if it said so: it counts
     *     unless the consumer has said another
     * @return the subscription; empty when there is none with this id
     */
    Optional<Subscription> succeed(int subscriptionId, OptionalInt allowedRate) {
        Optional<Subscription> validated =
                subscriptions
                        .setValidation(subscriptionId, new Validated())
                        .flatMap(found -> served(found, allowedRate));
        validated.ifPresent(index::changed);
        return validated;
    }

    private Optional<Subscription> served(Subscription validated, OptionalInt allowedRate) {
        return served(validated.serving(), allowedRate).equals(validated.serving())
                ? Optional.of(validated)
                : subscriptions.change(
                        validated.key(),
                        found -> found.served(served(found.serving(), allowedRate)));
    }

    private static Serving served(Serving before, OptionalInt allowedRate) {
        Serving limited =
                before.ratePerMinute().isPresent() ? before : before.withRatePerMinute(allowedRate);
        return limited.standing() instanceof Standing.Stopped
                ? limited.with(Standing.ACTIVE).withFailingSince(Optional.empty())
                : limited;
    }

    /**
     * Schedules the try that follows a failed one; after the last the validation has failed.
     *
     * @return how far the validation is now; empty when it had moved on
     */
    Optional<ValidationState> fail(Subscription subscription, int attempt) {
        Optional<Duration> wait = SCHEDULE.after(attempt);
        if (wait.isPresent()) {
            return schedule(subscription, attempt + 1, wait.get());
        }
        Failed failed = new Failed();
        return move(subscription, failed) ? Optional.of(failed) : Optional.empty();
    }

    private Optional<ValidationState> schedule(
            Subscription subscription, int attempt, Duration delay) {
        Pending pending = new Pending(attempt, clock.instant().plus(delay));
        if (!move(subscription, pending)) {
            return Optional.empty();
        }
        queue.schedule(subscription.id(), attempt, delay);
        return Optional.of(pending);
    }

    /** It may have been set validated, or begun again, while the endpoint was called. */
    private boolean move(Subscription subscription, ValidationState to) {
        return subscriptions.moveValidation(subscription.id(), subscription.validation(), to);
    }
}
