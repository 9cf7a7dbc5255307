package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.time.RetrySchedule;

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

    /** How soon an attempt for which there was no place comes back at the earliest. */
    private static final Duration NO_PLACE = Duration.ofSeconds(5);

    /** How long before it is due an attempt may be made, as the clocks of machines differ. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    /** While a delivery is younger than this the sweep has not told of it a second time. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    private final EventStore events;
    private final DeliveryStore deliveries;
    private final SubscriptionIndex subscriptions;
    private final Webhook webhook;
    private final RetryQueue queue;
    private final BestEffortLog log;
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final Clock clock;
    private final AttemptBounds first = AttemptBounds.first();
    private final AttemptBounds later = AttemptBounds.later();

    public DeliverEvent(
            EventStore events,
            DeliveryStore deliveries,
            SubscriptionIndex subscriptions,
            Webhook webhook,
            RetryQueue queue,
            BestEffortLog log,
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
     * Makes the attempt that the notice tells of, unless the delivery has moved on since, or
     * another notice of the same attempt came first.
     */
    public void attempt(DeliveryNotice notice) {
        deliveries
                .find(notice.key())
                .filter(delivery -> waitsFor(delivery, notice.attempt()))
                .ifPresent(delivery -> attempt(delivery, notice));
    }

    private boolean waitsFor(Delivery delivery, int attempt) {
        return delivery.state() instanceof Due due
                && due.attempt() == attempt
                && due.at().isBefore(clock.instant().plus(EARLY));
    }

    private void attempt(Delivery delivery, DeliveryNotice notice) {
        Optional<Subscription> subscription = subscriptions.find(notice.key().subscriptionId());
        if (subscription.isEmpty()) {
            cancel(delivery);
            return;
        }
        AttemptBounds bounds = notice.attempt() == 1 ? first : later;
        boolean hadPlace =
                bounds.places()
                        .run(
                                subscription.get().consumer(),
                                () -> attempt(delivery, subscription.get(), notice, bounds));
        if (!hadPlace) {
            putOff(delivery, notice, bounds);
        }
    }

    /**
     * By when the time-out is over there is a place, and to ask for it more often costs everybody.
     * The document moves first, so that the sweep does not take the delivery for forgotten.
     */
    private void putOff(Delivery delivery, DeliveryNotice notice, AttemptBounds bounds) {
        Duration wait =
                Duration.ofMillis(
                        random.nextLong(NO_PLACE.toMillis(), bounds.timeout().toMillis()));
        Due soon = new Due(notice.attempt(), clock.instant().plus(wait));
        if (deliveries.move(delivery.key(), delivery.state(), soon)) {
            queue.schedule(new Retry.OfDelivery(notice), wait);
        }
    }

    private void cancel(Delivery delivery) {
        if (deliveries.move(delivery.key(), delivery.state(), new Cancelled(clock.instant()))) {
            append(Activity.INVALID_SUBSCRIPTION, delivery, "", "", "", 0);
        }
    }

    private void attempt(
            Delivery delivery,
            Subscription subscription,
            DeliveryNotice notice,
            AttemptBounds bounds) {
        Optional<Event> event = events.find(delivery.event());
        if (event.isEmpty()) {
            cancel(delivery);
            return;
        }
        if (!isOurs(delivery, notice.attempt(), bounds)) {
            return;
        }
        Instant start = clock.instant();
        WebhookReply reply =
                webhook.post(subscription.endPoint(), event.get().json(), bounds.timeout());
        Duration duration = Duration.between(start, clock.instant());
        LOG.info(
                "attempt subscription={} delivery={} attempt={} status={} ms={}",
                subscription.id(),
                delivery.key().id(),
                notice.attempt(),
                reply.status(),
                duration.toMillis());
        Attempt attempt =
                new Attempt(notice.attempt(), start, duration, reply.status(), reply.reason());
        if (attempt.succeeded()) {
            deliveries.record(delivery.key(), attempt, new Delivered(clock.instant()));
        } else {
            failed(delivery, attempt, subscription, event.get());
        }
    }

    /**
     * Claims the attempt for as long as it may take, so that a second notice of it, which the sweep
     * sends after the first one when the queue is slow, is void. A first attempt that comes at once
     * has no second notice of the sweep's; to claim it would cost as much as everything else about
     * it, and one that a bus in trouble took and refused at once may well be made twice.
     */
    private boolean isOurs(Delivery delivery, int attempt, AttemptBounds bounds) {
        Instant now = clock.instant();
        boolean isPrompt = attempt == 1 && now.isBefore(delivery.created().plus(PROMPT));
        return isPrompt
                || deliveries.move(
                        delivery.key(),
                        delivery.state(),
                        new Due(attempt, now.plus(bounds.claim())));
    }

    private void failed(
            Delivery delivery, Attempt attempt, Subscription subscription, Event event) {
        Optional<Duration> wait = schedule.after(attempt.number(), random);
        int following = attempt.number() + 1;
        Instant now = clock.instant();
        DeliveryState next =
                wait.<DeliveryState>map(delay -> new Due(following, now.plus(delay)))
                        .orElseGet(() -> new Dead(now));
        if (!deliveries.record(delivery.key(), attempt, next)) {
            return;
        }
        if (wait.isPresent()) {
            DeliveryNotice notice = new DeliveryNotice(delivery.key(), following);
            queue.schedule(new Retry.OfDelivery(notice), wait.get());
        } else {
            append(
                    Activity.DEQUEUE_LIMIT_REACHED,
                    delivery,
                    event.type(),
                    subscription.consumer(),
                    subscription.endPoint().toString(),
                    attempt.status());
        }
    }

    private void append(
            Activity activity,
            Delivery delivery,
            String type,
            String consumer,
            String endPoint,
            int status) {
        log.append(
                new LogEntry(
                        activity,
                        clock.instant(),
                        delivery.eventId(),
                        delivery.event().resource(),
                        type,
                        delivery.key().subscriptionId(),
                        consumer,
                        endPoint,
                        status));
    }
}
