package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.store.Activity;
import no.altinn.events.store.Attempt;
import no.altinn.events.store.Delivery;
import no.altinn.events.store.DeliveryLog;
import no.altinn.events.store.DeliveryNotice;
import no.altinn.events.store.DeliveryState;
import no.altinn.events.store.DeliveryState.Cancelled;
import no.altinn.events.store.DeliveryState.Dead;
import no.altinn.events.store.DeliveryState.Delivered;
import no.altinn.events.store.DeliveryState.Due;
import no.altinn.events.store.DeliveryStore;
import no.altinn.events.store.EventStore;
import no.altinn.events.store.LogEntry;
import no.altinn.events.store.Retry;
import no.altinn.events.store.RetryQueue;
import no.altinn.events.store.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes attempts: posts the event, keeps what came of it, and schedules the next one. What it keeps
 * is the truth; a message that is lost afterwards is found by the sweep. Thread-safe.
 */
public final class DeliverEvent {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvent.class);

    /** How soon an attempt comes back for which there was no place. */
    private static final Duration NO_PLACE = Duration.ofSeconds(5);

    private final EventStore events;
    private final DeliveryStore deliveries;
    private final SubscriptionIndex subscriptions;
    private final Webhook webhook;
    private final RetryQueue queue;
    private final DeliveryLog log;
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final Clock clock;
    private final InFlight inFlight = new InFlight();

    public DeliverEvent(
            EventStore events,
            DeliveryStore deliveries,
            SubscriptionIndex subscriptions,
            Webhook webhook,
            RetryQueue queue,
            DeliveryLog log,
            RetrySchedule schedule,
            RandomGenerator random,
            Clock clock) {
        this.events = events;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.webhook = webhook;
        this.queue = queue;
        this.log = log;
        this.schedule = schedule;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes the attempt that the notice tells of, unless the delivery has moved on since.
     *
     * @param bounds how long it may take, and how many may run at once for one subscription
     */
    public void attempt(DeliveryNotice notice, AttemptBounds bounds) {
        int subscriptionId = notice.key().subscriptionId();
        if (!inFlight.enter(subscriptionId, bounds.perSubscription())) {
            queue.schedule(new Retry.OfDelivery(notice), NO_PLACE);
            return;
        }
        try {
            deliveries
                    .find(notice.key())
                    .filter(delivery -> waitsFor(delivery, notice.attempt()))
                    .ifPresent(delivery -> attempt(delivery, notice.attempt(), bounds.timeout()));
        } finally {
            inFlight.leave(subscriptionId);
        }
    }

    private static boolean waitsFor(Delivery delivery, int attempt) {
        return delivery.state() instanceof Due due && due.attempt() == attempt;
    }

    private void attempt(Delivery delivery, int number, Duration timeout) {
        Optional<Subscription> subscription = subscriptions.find(delivery.key().subscriptionId());
        Optional<Event> event = events.find(delivery.event());
        if (subscription.isEmpty() || event.isEmpty()) {
            deliveries.move(delivery.key(), delivery.state(), new Cancelled(clock.instant()));
            append(Activity.INVALID_SUBSCRIPTION, delivery, subscription, 0);
            return;
        }
        Instant start = clock.instant();
        WebhookReply reply =
                webhook.post(subscription.get().endPoint(), event.get().json(), timeout);
        Duration duration = Duration.between(start, clock.instant());
        LOG.info(
                "attempt subscription={} delivery={} attempt={} status={} ms={}",
                delivery.key().subscriptionId(),
                delivery.key().id(),
                number,
                reply.status(),
                duration.toMillis());
        Attempt attempt = new Attempt(number, start, duration, reply.status(), reply.reason());
        if (attempt.succeeded()) {
            deliveries.record(delivery.key(), attempt, new Delivered(clock.instant()));
        } else {
            failed(delivery, attempt, subscription);
        }
    }

    private void failed(Delivery delivery, Attempt attempt, Optional<Subscription> subscription) {
        Optional<Duration> wait = schedule.after(attempt.number(), random);
        Instant now = clock.instant();
        DeliveryState next =
                wait.<DeliveryState>map(delay -> new Due(attempt.number() + 1, now.plus(delay)))
                        .orElseGet(() -> new Dead(now));
        deliveries.record(delivery.key(), attempt, next);
        if (wait.isPresent()) {
            queue.schedule(
                    new Retry.OfDelivery(new DeliveryNotice(delivery.key(), attempt.number() + 1)),
                    wait.get());
        } else {
            append(Activity.DEQUEUE_LIMIT_REACHED, delivery, subscription, attempt.status());
        }
    }

    private void append(
            Activity activity, Delivery delivery, Optional<Subscription> subscription, int status) {
        log.append(
                new LogEntry(
                        activity,
                        clock.instant(),
                        delivery.eventId(),
                        delivery.event().resource(),
                        "",
                        delivery.key().subscriptionId(),
                        subscription.map(Subscription::consumer).orElse(""),
                        subscription.map(one -> one.endPoint().toString()).orElse(""),
                        status));
    }
}
