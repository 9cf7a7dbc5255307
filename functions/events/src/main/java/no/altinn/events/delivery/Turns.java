package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;

/** Which attempts that are due are to be made now. Thread-safe. */
public final class Turns {
    private final SubscriptionIndex subscriptions;
    private final DeliveryLifecycle lifecycle;
    private final RatePlaces places;
    private final Clock clock;

    /**
     * Turns by how subscriptions are served.
     *
     * @param places the turns at endpoints that take so many events a minute
     */
    public Turns(
            SubscriptionIndex subscriptions,
            DeliveryLifecycle lifecycle,
            RatePlaces places,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
        this.places = places;
        this.clock = clock;
    }

    /** What is to be done with an attempt that is due. */
    enum Turn {
        /** It is made. */
        NOW,
        /** It waits until the subscription takes events again. */
        HELD,
        /** It is not made, since the endpoint wants no events. */
        STOPPED,
        /** It has been scheduled for its turn. */
        LATER
    }

    /**
     * What is to be done with the delivery's attempt.
     *
     * @param known the subscription, at most five seconds old
     */
    Turn of(Delivery delivery, Subscription known, DeliveryNotice notice) {
        Turn turn = standing(delivery, known);
        if (turn == Turn.HELD && triggerOf(delivery) == Trigger.RELEASE) {
            // It would be held for ever by a process that does not know yet why it was released.
            turn =
                    subscriptions
                            .newest(delivery.subscription())
                            .map(newest -> standing(delivery, newest))
                            .orElse(turn);
        }
        return turn == Turn.NOW ? placed(delivery, known, notice) : turn;
    }

    private static Turn standing(Delivery delivery, Subscription subscription) {
        boolean isLeftAlone = !(subscription.serving().breaker() instanceof Breaker.Closed);
        return subscription
                .serving()
                .standing()
                .accept(
                        new Standing.Visitor<>() {
                            @Override
                            public Turn active(Standing.Active standing) {
                                return isLeftAlone && triggerOf(delivery) != Trigger.PROBE
                                        ? Turn.HELD
                                        : Turn.NOW;
                            }

                            @Override
                            public Turn paused(Standing.Paused standing) {
                                return Turn.HELD;
                            }

                            @Override
                            public Turn stopped(Standing.Stopped standing) {
                                return Turn.STOPPED;
                            }
                        });
    }

    private Turn placed(Delivery delivery, Subscription subscription, DeliveryNotice notice) {
        OptionalInt rate = subscription.serving().ratePerMinute();
        if (rate.isEmpty() || notice.isPlaced()) {
            return Turn.NOW;
        }
        Instant turn = places.reserve(subscription.id(), rate.getAsInt());
        if (!turn.isAfter(clock.instant())) {
            return Turn.NOW;
        }
        lifecycle.place(delivery, notice.attempt(), turn);
        return Turn.LATER;
    }

    private static Trigger triggerOf(Delivery delivery) {
        return delivery.state() instanceof Due due ? due.trigger() : Trigger.SCHEDULE;
    }
}
