package no.altinn.events.delivery;

import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Posts a test event to a subscription's endpoint while its consumer waits. It is no delivery: it
 * is not repeated, and no store keeps it. Thread-safe.
 */
public final class TestDelivery {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Webhook webhook;
    private final EndPointEvents events;
    private final EndPointRequests requests;
    private final TestLimits limits;
    private final Clock clock;

    /**
     * Tests by a webhook.
     *
     * @param limits how many tests are made
     */
    public TestDelivery(
            Webhook webhook,
            EndPointEvents events,
            EndPointRequests requests,
            TestLimits limits,
            Clock clock) {
        this.webhook = webhook;
        this.events = events;
        this.requests = requests;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Posts a test event, in 20 s at most.
     *
     * @return what came of it
     * @throws no.altinn.platform.client.Unavailable if it cannot be signed now
     * @throws WrongDeliveryMode if the subscription has no endpoint
     * @throws TestRefused if the subscription is stopped, or has been tested too often
     */
    public Attempt post(Subscription subscription) {
        WrongDeliveryMode.requirePush(subscription);
        if (subscription.serving().standing() instanceof Standing.Stopped) {
            throw TestRefused.stopped();
        }
        TestLimits.Place place = limits.enter(subscription.id());
        try {
            return posted(subscription);
        } finally {
            place.close();
        }
    }

    private Attempt posted(Subscription subscription) {
        UUID id = events.newId();
        Instant start = clock.instant();
        WebhookReply reply =
                webhook.post(
                        requests.of(
                                subscription,
                                subscription.key(),
                                "test_" + id,
                                start,
                                events.test(subscription, id)),
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
