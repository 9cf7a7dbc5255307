package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.subscription.Arrival;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the held deliveries of a subscription, and has those attempted that may go on now: at
 * most fifty a second. Those that may not go on are cancelled. Thread-safe.
 */
public final class ReleaseHeld {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHeld.class);

    /** How many events are in memory together, each of a megabyte at most. */
    private static final int TOGETHER = 25;

    /** How far the attempts of one subscription are apart that come late. */
    private static final Duration EACH = Duration.ofMillis(20);

    /** The host ends a function after five minutes. */
    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final Readmission readmission;
    private final Rates rates;
    private final RetryQueue queue;
    private final Releases releases;
    private final Clock clock;

    /** Releases over these ports. */
    public ReleaseHeld(
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            Readmission readmission,
            Rates rates,
            RetryQueue queue,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.readmission = readmission;
        this.rates = rates;
        this.queue = queue;
        this.releases = new Releases(queue);
        this.clock = clock;
    }

    /** How a look has ended. */
    private enum Outcome {
        DONE,
        /** Others are held that may be released. */
        MORE,
        /** Of some nothing could be found out. */
        UNKNOWN
    }

    /** Looks at the 500 deliveries that are held longest; what is left is for a later look. */
    public void look(Retry.OfRelease look) {
        try {
            Outcome outcome = looked(look);
            if (outcome == Outcome.UNKNOWN) {
                releases.again(look);
            } else {
                releases.after(look, outcome == Outcome.MORE);
            }
        } catch (Unavailable e) {
            LOG.warn("release late subscription={}", look.subscription().id(), e);
            releases.again(look);
        }
    }

    /** Schedules a look again that the queue gave up. */
    public void rescue(Retry.OfRelease look) {
        releases.again(look);
    }

    private Outcome looked(Retry.OfRelease look) {
        int id = look.subscription().id();
        List<Delivery> held =
                deliveries.search(DeliverySearch.oldest(id, DeliveryStatus.HELD), Releases.MOST);
        if (held.isEmpty()) {
            return Outcome.DONE;
        }
        Optional<Subscription> subscription = subscriptions.find(look.subscription());
        List<Delivery> rest = new ArrayList<>();
        for (Delivery delivery : held) {
            Optional<CancelReason> reason = reason(delivery, subscription, look);
            reason.ifPresent(why -> cancel(delivery, why));
            if (reason.isEmpty()) {
                rest.add(delivery);
            }
        }
        boolean isTaken =
                subscription
                        .filter(Subscription::isValidated)
                        .filter(one -> one.arrival() == Arrival.DUE)
                        .isPresent();
        if (!isTaken) {
            return outcome(held.size() == Releases.MOST && rest.size() < held.size());
        }
        return released(subscription.get(), rest, held.size() == Releases.MOST);
    }

    private static Outcome outcome(boolean isMore) {
        return isMore ? Outcome.MORE : Outcome.DONE;
    }

    /** Why a held delivery does not go on, whatever the policy says. */
    private static Optional<CancelReason> reason(
            Delivery delivery, Optional<Subscription> subscription, Retry.OfRelease look) {
        if (subscription.isEmpty()) {
            return Optional.of(CancelReason.REMOVED);
        }
        if (look.discardUntil()
                .filter(until -> !delivery.state().at().isAfter(until))
                .isPresent()) {
            return Optional.of(CancelReason.DISCARDED);
        }
        return subscription.get().serving().standing() instanceof Standing.Stopped
                ? Optional.of(CancelReason.STOPPED)
                : Optional.empty();
    }

    private Outcome released(Subscription subscription, List<Delivery> held, boolean isFull) {
        Instant end = clock.instant().plus(MOST_TIME);
        boolean isUnknown = false;
        for (int from = 0; from < held.size(); from += TOGETHER) {
            if (!clock.instant().isBefore(end)) {
                return Outcome.MORE;
            }
            List<Delivery> part = held.subList(from, Math.min(held.size(), from + TOGETHER));
            isUnknown |= released(subscription, part);
        }
        return isUnknown ? Outcome.UNKNOWN : outcome(isFull);
    }

    /** Whether nothing could be found out about some of them. */
    private boolean released(Subscription subscription, List<Delivery> part) {
        List<Readmission.Answer> answers = readmission.of(subscription, part);
        List<Delivery> permitted = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            switch (answers.get(i)) {
                case PERMITTED -> permitted.add(part.get(i));
                case DENIED -> cancel(part.get(i), CancelReason.NOT_PERMITTED);
                case GONE -> cancel(part.get(i), CancelReason.EVENT_GONE);
                case UNKNOWN -> {}
            }
        }
        if (!permitted.isEmpty()) {
            RateLine line = new RateLine(subscription.id(), true);
            Instant turn = rates.reserve(line, clock.instant(), EACH, permitted.size());
            for (Delivery delivery : permitted) {
                release(delivery, turn);
                turn = turn.plus(EACH);
            }
        }
        return answers.contains(Readmission.Answer.UNKNOWN);
    }

    /** The state goes first: a crash in between leaves the delivery to the sweep. */
    private void release(Delivery delivery, Instant turn) {
        if (delivery.state() instanceof Held held) {
            Due due = new Due(held.attempt(), turn, Trigger.RELEASE);
            Instant now = clock.instant();
            if (deliveries.change(delivery, delivery.in(due).permitted(now))) {
                queue.schedule(
                        new Retry.OfDelivery(new DeliveryNotice(delivery.key(), due.attempt())),
                        Duration.between(now, turn.isBefore(now) ? now : turn));
            }
        }
    }

    private void cancel(Delivery delivery, CancelReason reason) {
        deliveries.move(delivery.key(), delivery.state(), new Cancelled(clock.instant(), reason));
    }
}
