package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.EndPointAttempt;
import no.altinn.events.webhook.EndPointCall;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.NextCall;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.events.webhook.places.Addressee;
import no.altinn.events.webhook.places.CallKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes attempts of deliveries: posts the event to the subscription's endpoint and keeps the
 * outcome. Thread-safe.
 */
public final class DeliverEvent {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvent.class);

    /** How long an attempt may take besides its call: to claim it, and to keep its outcome. */
    private static final Duration AROUND = Duration.ofSeconds(15);

    private final RecentEvents events;
    private final SubscriptionIndex subscriptions;
    private final DeliveryLifecycle lifecycle;
    private final EndPointRequests requests;
    private final EndPointCaller caller;
    private final Turns turns;
    private final EndPointHealth health;
    private final BestEffortLog log;

    /**
     * Deliveries over these collaborators.
     *
     * @param turns which attempts are to be made now
     * @param health what follows for an endpoint from its attempts
     */
    public DeliverEvent(
            RecentEvents events,
            SubscriptionIndex subscriptions,
            DeliveryLifecycle lifecycle,
            EndPointRequests requests,
            EndPointCaller caller,
            Turns turns,
            EndPointHealth health,
            BestEffortLog log) {
        this.events = events;
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
        this.requests = requests;
        this.caller = caller;
        this.turns = turns;
        this.health = health;
        this.log = log;
    }

    /**
     * Makes the attempt that the notice names, unless the delivery has moved on since, another
     * notice of the same attempt came first, or its turn has not come.
     */
    public void attempt(DeliveryNotice notice) {
        lifecycle.due(notice).ifPresent(delivery -> attempt(delivery, notice));
    }

    /** Makes the attempt of a notice that has waited, under the same conditions. */
    public void retry(DeliveryNotice notice) {
        lifecycle.dueLater(notice).ifPresent(delivery -> attempt(delivery, notice));
    }

    private void attempt(Delivery delivery, DeliveryNotice notice) {
        subscriptions
                .find(delivery.subscription())
                .ifPresentOrElse(
                        subscription -> attempt(delivery, subscription, notice),
                        () -> cancel(delivery, CancelReason.REMOVED));
    }

    private void attempt(Delivery delivery, Subscription subscription, DeliveryNotice notice) {
        if (subscription.isPulled()) {
            lifecycle.leave(delivery, notice.attempt());
            return;
        }
        switch (turns.of(delivery, subscription, notice)) {
            case NOW -> make(delivery, subscription, notice.attempt());
            case HELD -> lifecycle.hold(delivery, notice.attempt());
            case STOPPED -> cancel(delivery, CancelReason.STOPPED);
            case LATER -> {}
        }
    }

    /** Makes an attempt that finds out whether an endpoint takes events again. */
    void probe(Delivery delivery, Subscription subscription) {
        if (delivery.state() instanceof Due due) {
            make(delivery, subscription, due.attempt());
        }
    }

    private void make(Delivery delivery, Subscription subscription, int number) {
        boolean isNew = number == 1 && triggerOf(delivery) == Trigger.SCHEDULE;
        CallKind kind = isNew ? CallKind.FIRST : CallKind.LATER;
        caller.make(new Unclaimed(delivery, subscription, number, kind), kind);
    }

    private static Trigger triggerOf(Delivery delivery) {
        return delivery.state() instanceof Due due ? due.trigger() : Trigger.SCHEDULE;
    }

    /** For how long an attempt is claimed by the process that makes it. */
    static Duration claimOf(CallKind kind) {
        return kind.timeout().plus(AROUND);
    }

    private void postpone(Delivery delivery, int number, Duration wait) {
        LOG.debug(
                "postponed subscription={} delivery={} attempt={} ms={}",
                delivery.key().subscriptionId(),
                delivery.key().id(),
                number,
                wait.toMillis());
        lifecycle.postpone(delivery, number, wait);
    }

    private void cancel(Delivery delivery, CancelReason reason) {
        lifecycle
                .cancel(delivery, reason)
                .map(end -> DeliveryEntries.cancelled(delivery, end.at()))
                .ifPresent(log::append);
    }

    /** An attempt of which it is not known yet whether it is this process's to make. */
    private final class Unclaimed implements EndPointAttempt {
        private final Delivery delivery;
        private final Subscription subscription;
        private final int number;
        private final CallKind kind;

        Unclaimed(Delivery delivery, Subscription subscription, int number, CallKind kind) {
            this.delivery = delivery;
            this.subscription = subscription;
            this.number = number;
            this.kind = kind;
        }

        @Override
        public Addressee addressee() {
            return subscription.addressee();
        }

        @Override
        public Optional<Claimed> claim() {
            Optional<Event> event = events.find(delivery.event());
            if (event.isEmpty()) {
                cancel(delivery, CancelReason.EVENT_GONE);
                return Optional.empty();
            }
            return lifecycle
                    .claim(delivery, number, claimOf(kind))
                    .map(
                            claimed ->
                                    new Push(
                                            claimed,
                                            subscription,
                                            number,
                                            event.get(),
                                            delivery.state().at()));
        }

        @Override
        public void postpone(Duration wait) {
            DeliverEvent.this.postpone(delivery, number, wait);
        }
    }

    /** An attempt that is made now. */
    private final class Push implements EndPointAttempt.Claimed {
        private final Delivery delivery;
        private final Subscription subscription;
        private final int number;
        private final Event event;
        private final Instant due;
        // An attempt is made by one thread.
        private NextCall next = NextCall.UNKNOWN;

        Push(Delivery delivery, Subscription subscription, int number, Event event, Instant due) {
            this.delivery = delivery;
            this.subscription = subscription;
            this.number = number;
            this.event = event;
            this.due = due;
        }

        @Override
        public WebhookRequest request(Instant start) {
            return requests.of(
                            subscription,
                            delivery.subscription(),
                            delivery.key().id(),
                            start,
                            event.json())
                    .causedBy(AttemptLine.traceOf(event));
        }

        @Override
        public void postpone(Duration wait) {
            DeliverEvent.this.postpone(delivery, number, wait);
        }

        @Override
        public void succeed(EndPointCall call) {
            lifecycle.succeed(delivery, attempt(call));
            next = NextCall.NONE;
            health.succeeded(delivery.subscription(), subscription, triggerOf(delivery));
        }

        @Override
        public void fail(EndPointCall call) {
            Attempt attempt = attempt(call);
            if (health.stops(delivery.subscription(), call)) {
                next = NextCall.GIVEN_UP;
                lifecycle.stop(delivery, attempt);
                return;
            }
            Optional<DeliveryState> state = lifecycle.fail(delivery, attempt, call.reply());
            next = state.map(Push::following).orElse(NextCall.OVERTAKEN);
            if (state.orElse(null) instanceof Dead end) {
                log.append(DeliveryEntries.dead(delivery, event, subscription, call, end.at()));
                health.died(subscription, end.at());
            }
            health.failed(delivery.subscription(), subscription, attempt, call);
        }

        private static NextCall following(DeliveryState state) {
            return state instanceof Due due ? NextCall.at(due.at()) : NextCall.GIVEN_UP;
        }

        @Override
        public void log(EndPointCall call) {
            LOG.info(
                    "{}", new AttemptLine(delivery, subscription, event, attempt(call), due, next));
        }

        private Attempt attempt(EndPointCall call) {
            return new Attempt(
                    number,
                    call.start(),
                    call.duration(),
                    call.reply().status(),
                    call.reply().reason(),
                    triggerOf(delivery),
                    call.reply().errorKind(),
                    call.reply().excerpt());
        }
    }
}
