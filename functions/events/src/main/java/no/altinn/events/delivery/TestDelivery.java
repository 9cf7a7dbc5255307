package no.altinn.events.delivery;

import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionEvents;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookBody;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Posts a test event to a subscription's endpoint while its consumer waits. It is no delivery: it
 * is not repeated, and no store keeps it. Thread-safe.
 */
public final class TestDelivery {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Webhook webhook;
    private final SubscriptionEvents events;
    private final TestLimits limits;
    private final Clock clock;

    /**
     * Tests by a webhook.
     *
     * @param limits how many tests are made
     */
    public TestDelivery(
            Webhook webhook, SubscriptionEvents events, TestLimits limits, Clock clock) {
        this.webhook = webhook;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Posts a test event, in 20 s at most.
     *
     * @return what came of it
     * @throws TestRefused if the subscription is stopped, or has been tested too often
     */
    public Attempt post(Subscription subscription) {
        if (subscription.serving().standing() instanceof Standing.Stopped) {
            throw TestRefused.stopped();
        }
        try (TestLimits.Place place = limits.enter(subscription.id())) {
            return posted(subscription);
        }
    }

    private Attempt posted(Subscription subscription) {
        URI endPoint = subscription.addressee().endPoint();
        Instant start = clock.instant();
        WebhookReply reply =
                webhook.post(
                        WebhookRequest.of(
                                endPoint, WebhookBody.of(endPoint, events.test(subscription))),
                        TIMEOUT);
        return new Attempt(
                1,
                start,
                Duration.between(start, clock.instant()),
                reply.status(),
                reply.reason(),
                Trigger.SCHEDULE,
                reply.errorKind(),
                reply.excerpt());
    }
}
