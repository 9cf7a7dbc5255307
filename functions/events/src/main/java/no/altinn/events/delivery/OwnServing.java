package no.altinn.events.delivery;

import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.ChangeServing;
import no.altinn.events.subscription.ChangeServing.Change;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.auth.AltinnToken;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Lets consumers pause and resume their subscriptions, and say how many events their endpoints
 * take. Each may be asked for again: what is so already stays as it is. Thread-safe.
 */
public final class OwnServing {
    private final OwnSubscriptions own;
    private final ChangeServing changes;
    private final Releases releases;
    private final ValidateSubscription validation;
    private final SubscriptionEvents told;
    private final Clock clock;

    /** Serves the callers' own subscriptions. */
    public OwnServing(
            OwnSubscriptions own,
            ChangeServing changes,
            Releases releases,
            ValidateSubscription validation,
            SubscriptionEvents told,
            Clock clock) {
        this.own = own;
        this.changes = changes;
        this.releases = releases;
        this.validation = validation;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Pauses one of the caller's subscriptions: events are held until it is resumed. One that is
     * paused or stopped already stays as it is.
     *
     * @throws UnknownSubscription if there is none with this id
     * @throws no.altinn.events.subscription.NotYours if it is another consumer's
     */
    public Subscription pause(AltinnToken caller, int id) {
        Instant now = clock.instant();
        Change change = make(own.find(caller, id), found -> paused(found, now));
        told.tell(change);
        return change.after();
    }

    private static Subscription paused(Subscription found, Instant now) {
        return found.serving().standing() instanceof Standing.Active
                ? found.served(
                        found.serving()
                                .with(new Standing.Paused(PauseReason.OWNER, now))
                                // What is paused is not called, so there is nothing to try.
                                .with(Breaker.CLOSED))
                : found;
    }

    /**
     * Has one of the caller's subscriptions take events again; what was held is pushed. An endpoint
     * that wanted no events, or did not answer its validation, is validated anew.
     *
     * @param discards whether what was held is cancelled instead
     * @throws UnknownSubscription if there is none with this id
     * @throws no.altinn.events.subscription.NotYours if it is another consumer's
     */
    public Subscription resume(AltinnToken caller, int id, boolean discards) {
        Subscription before = own.find(caller, id);
        Optional<Instant> discardUntil = discards ? Optional.of(clock.instant()) : Optional.empty();
        boolean isActive = before.serving().standing() instanceof Standing.Active;
        if (!isActive) {
            // First, so that it is not forgotten if the process ends after the change.
            releases.begin(before.key(), discardUntil);
        }
        Subscription resumed = make(before, OwnServing::resumed).after();
        if (!isActive || discards) {
            releases.now(before.key(), discardUntil);
        }
        return resumed.validation() instanceof ValidationState.Failed
                ? validation.start(resumed)
                : resumed;
    }

    private static Subscription resumed(Subscription found) {
        return found.serving().standing() instanceof Standing.Active
                ? found
                : found.served(
                        found.serving()
                                .with(Standing.ACTIVE)
                                .with(Breaker.CLOSED)
                                // It would be paused again by the next failure.
                                .withFailingSince(Optional.empty()));
    }

    /**
     * Says how many events a minute the endpoint of one of the caller's subscriptions takes.
     *
     * @param perMinute 1 to 60 000; empty for any
     * @throws UnknownSubscription if there is none with this id
     * @throws no.altinn.events.subscription.NotYours if it is another consumer's
     * @throws WrongDeliveryMode if the consumer fetches the events
     */
    public Subscription limit(AltinnToken caller, int id, OptionalInt perMinute) {
        Subscription before = own.find(caller, id);
        WrongDeliveryMode.requirePush(before);
        return make(before, found -> found.served(found.serving().withRatePerMinute(perMinute)))
                .after();
    }

    private Change make(Subscription subscription, UnaryOperator<Subscription> change) {
        return changes.make(subscription.key(), change).orElseThrow(UnknownSubscription::new);
    }
}
