package no.altinn.events.webhook;

import java.net.URI;
import java.time.Duration;

/** Calls subscribers' endpoints. Implementations are thread-safe. */
@FunctionalInterface
public interface Webhook {
    /**
     * Posts one event. A failure of any kind is a reply too, never an exception.
     *
     * @param json the event in structured mode
     * @param timeout for everything from the look-up of the host to the answer's end
     */
    WebhookReply post(URI endPoint, String json, Duration timeout);
}
