package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a delivery again when its consumer asks for it. Thread-safe. */
public final class RetryDelivery {
    /** An attempt that is due so soon is not moved. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** How often a delivery is looked at again that moves on meanwhile. */
    private static final int TRIES = 3;

    private final OwnDeliveries own;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final Admission admission;
    private final BeginRound rounds;
    private final DueNow dueNow;
    private final Clock clock;

    public RetryDelivery(
            OwnDeliveries own,
            DeliveryStore deliveries,
            EventStore events,
            Admission admission,
            BeginRound rounds,
            DueNow dueNow,
            Clock clock) {
        this.own = own;
        this.deliveries = deliveries;
        this.events = events;
        this.admission = admission;
        this.rounds = rounds;
        this.dueNow = dueNow;
        this.clock = clock;
    }

    /**
     * Begins a new round of a delivery that has ended. The next attempt of one that is due later is
     * made now. A delivery that the filters of today or the policy deny is cancelled.
     *
     * @return the delivery as it is now
     * @throws UnknownDelivery if the subscription has none with this id
     * @throws NotServed if the subscription gets no events
     * @throws NotRetried if it waits for its attempt already, or was begun again ten times
     * @throws EventGone if its event is not there any more
     * @throws Unavailable if the policy cannot answer, or others change the delivery again and
     *     again
     */
    public Delivery retry(Subscription subscription, String id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Delivery found = own.find(subscription, id);
            NotServed.unless(subscription);
            if (retried(subscription, found)) {
                return own.find(subscription, id);
            }
        }
        throw new Unavailable("Others change delivery " + id);
    }

    private boolean retried(Subscription subscription, Delivery delivery) {
        return BeginRound.hasEnded(delivery)
                ? begun(subscription, delivery).isPresent()
                : broughtForward(delivery);
    }

    private boolean broughtForward(Delivery delivery) {
        Instant now = clock.instant();
        boolean isLater = delivery.state().at().isAfter(now.plus(SOON));
        if (isLater && events.find(delivery.event()).isEmpty()) {
            throw new EventGone();
        }
        if (isLater && delivery.state() instanceof Due) {
            return dueNow.retry(delivery);
        }
        if (isLater && delivery.state() instanceof Ready ready) {
            return deliveries.move(delivery.key(), ready, new Ready(ready.attempt(), now));
        }
        throw NotRetried.waiting();
    }

    private Optional<Delivery> begun(Subscription subscription, Delivery delivery) {
        if (!delivery.round().mayFollow()) {
            throw NotRetried.tooOften();
        }
        Event event = events.find(delivery.event()).orElseThrow(EventGone::new);
        return switch (admission.of(subscription, List.of(event)).get(0)) {
            case PERMITTED ->
                    rounds.again(
                            delivery, subscription, Trigger.RETRY, delivery.job(), clock.instant());
            case REFUSED, UNWANTED -> rounds.refuse(delivery, delivery.job());
            case UNDECIDED -> throw new Unavailable("The policy cannot answer now.");
        };
    }
}
