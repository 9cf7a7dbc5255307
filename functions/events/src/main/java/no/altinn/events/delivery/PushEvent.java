package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.Subscription;
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

/** Makes one attempt: posts the event to the endpoint and keeps the outcome. Thread-safe. */
final class PushEvent {
    // The category is what operators filter the lines of attempts by.
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvent.class);

    /** How long an attempt may take besides its call: to claim it, and to keep its outcome. */
    private static final Duration AROUND = Duration.ofSeconds(15);

    private final RecentEvents events;
    private final DeliveryLifecycle lifecycle;
    private final EndPointRequests requests;
    private final EndPointCaller caller;
    private final EndPointHealth health;
    private final Cancellations cancellations;
    private final BestEffortLog log;

    PushEvent(
            RecentEvents events,
            DeliveryLifecycle lifecycle,
            EndPointRequests requests,
            EndPointCaller caller,
            EndPointHealth health,
            Cancellations cancellations,
            BestEffortLog log) {
        this.events = events;
        this.lifecycle = lifecycle;
        this.requests = requests;
        this.caller = caller;
        this.health = health;
        this.cancellations = cancellations;
        this.log = log;
    }

    /**
     * Makes the attempt when the endpoint has a place free, unless another process has claimed it
     * by then. An attempt that finds no place is postponed.
     *
     * @param number of the attempt, 1 and up
     */
    void push(Delivery delivery, Subscription subscription, int number) {
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
                cancellations.cancel(delivery, CancelReason.EVENT_GONE);
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
            PushEvent.this.postpone(delivery, number, wait);
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
            PushEvent.this.postpone(delivery, number, wait);
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
