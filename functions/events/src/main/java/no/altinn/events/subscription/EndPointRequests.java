package no.altinn.events.subscription;

import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.client.Unavailable;

import java.time.Instant;

/** Makes the requests that endpoints of subscriptions get. Implementations are thread-safe. */
@FunctionalInterface
public interface EndPointRequests {
    /**
     * A request.
     *
     * @param subscription whose endpoint gets it
     * @param key where that is kept, by which its newest state is found
     * @param id of the message, the same each time it is sent: {@code a-zA-Z0-9-_}
     * @param start when the attempt begins
     * @param json the event in structured mode
     * @throws Unavailable if it cannot be made now; then nothing may be sent
     */
    WebhookRequest of(
            Subscription subscription, SubscriptionKey key, String id, Instant start, String json);
}
