package no.altinn.events.webhook;

import java.time.Duration;

/** Calls subscribers' endpoints. Implementations are thread-safe. */
@FunctionalInterface
public interface Webhook {
    /**
     * Posts one event, in one request at most. A failure of any kind is a reply too, never an
     * exception. An answer is a reply as soon as its headers have come, whatever its body does.
     *
     * @param timeout for everything from the look-up of the host to the answer's end
     */
    WebhookReply post(WebhookRequest request, Duration timeout);
}
