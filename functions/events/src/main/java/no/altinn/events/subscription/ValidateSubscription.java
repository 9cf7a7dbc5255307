package no.altinn.events.subscription;

import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.events.webhook.InFlight;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.platform.time.RetrySchedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks new subscriptions' endpoints whether they want to be called, again and again for some
 * minutes. Thread-safe.
 */
public final class ValidateSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(ValidateSubscription.class);

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

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration NO_PLACE = Duration.ofSeconds(5);
    private static final int MOST_PER_CONSUMER = 8;
    private static final int SWEPT_AT_ONCE = 500;

    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;
    private final ValidationQueue queue;
    private final Webhook webhook;
    private final BestEffortLog log;
    private final SubscriptionAddress address;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final InFlight places = new InFlight(MOST_PER_CONSUMER);

    public ValidateSubscription(
            SubscriptionStore subscriptions,
            SubscriptionIndex index,
            ValidationQueue queue,
            Webhook webhook,
            BestEffortLog log,
            SubscriptionAddress address,
            Clock clock,
            Supplier<UUID> ids) {
        this.subscriptions = subscriptions;
        this.index = index;
        this.queue = queue;
        this.webhook = webhook;
        this.log = log;
        this.address = address;
        this.clock = clock;
        this.ids = ids;
    }

    /** Begins, or begins again; the endpoint is called soon, not now. */
    public Subscription start(Subscription subscription) {
        Pending first = new Pending(1, clock.instant());
        if (move(subscription, first)) {
            schedule(subscription.id(), 1, Duration.ZERO);
        }
        return subscriptions.find(subscription.id()).orElse(subscription);
    }

    /** Calls the endpoint, if the subscription still waits for this very try. */
    public void attempt(int subscriptionId, int attempt) {
        subscriptions
                .find(subscriptionId)
                .filter(subscription -> waitsFor(subscription, attempt))
                .ifPresent(subscription -> attemptOrPutOff(subscription, attempt));
    }

    private static boolean waitsFor(Subscription subscription, int attempt) {
        return subscription.validation() instanceof Pending pending && pending.attempt() == attempt;
    }

    private void attemptOrPutOff(Subscription subscription, int attempt) {
        boolean hadPlace =
                places.run(subscription.consumer(), () -> attempt(subscription, attempt));
        if (!hadPlace) {
            tryAgain(subscription, attempt, NO_PLACE);
        }
    }

    private void attempt(Subscription subscription, int attempt) {
        String event = ValidationEvent.json(ids.get(), address.of(subscription.id()));
        WebhookReply reply = webhook.post(subscription.endPoint(), event, TIMEOUT);
        LOG.info(
                "validation subscription={} attempt={} status={}",
                subscription.id(),
                attempt,
                reply.status());
        if (reply.succeeded()) {
            markValidated(subscription.id());
            append(Activity.ENDPOINT_VALIDATION_SUCCESS, subscription, reply.status());
        } else {
            failed(subscription, attempt);
            append(Activity.ENDPOINT_VALIDATION_FAILED, subscription, reply.status());
        }
    }

    private void failed(Subscription subscription, int attempt) {
        SCHEDULE.after(attempt)
                .ifPresentOrElse(
                        wait -> tryAgain(subscription, attempt + 1, wait),
                        () -> move(subscription, new Failed()));
    }

    private void tryAgain(Subscription subscription, int attempt, Duration delay) {
        if (move(subscription, new Pending(attempt, clock.instant().plus(delay)))) {
            schedule(subscription.id(), attempt, delay);
        }
    }

    /** It may have been set validated, or begun again, while the endpoint was called. */
    private boolean move(Subscription subscription, ValidationState to) {
        return subscriptions.moveValidation(subscription.id(), subscription.validation(), to);
    }

    /**
     * Sets a subscription validated.
     *
     * @return the subscription; empty when there is none with this id
     */
    public Optional<Subscription> markValidated(int subscriptionId) {
        Optional<Subscription> validated =
                subscriptions.setValidation(subscriptionId, new Validated());
        validated.ifPresent(index::changed);
        return validated;
    }

    /** Schedules again what was due before the instant and forgotten. */
    public void sweep(Instant before) {
        for (Subscription subscription : subscriptions.validationDueBefore(before, SWEPT_AT_ONCE)) {
            if (subscription.validation() instanceof Pending pending) {
                tryAgain(subscription, pending.attempt(), Duration.ZERO);
            }
        }
    }

    private void schedule(int id, int attempt, Duration delay) {
        queue.schedule(id, attempt, delay);
    }

    private void append(Activity activity, Subscription subscription, int status) {
        log.append(
                new LogEntry(
                        activity,
                        clock.instant(),
                        "",
                        subscription.filters().resource(),
                        "",
                        subscription.id(),
                        subscription.consumer(),
                        subscription.endPoint().toString(),
                        status));
    }
}
