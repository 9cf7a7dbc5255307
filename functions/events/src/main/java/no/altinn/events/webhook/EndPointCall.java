package no.altinn.events.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * A call of an endpoint that is over.
 *
 * @param start when it began
 * @param duration how long it took
 */
public record EndPointCall(Instant start, Duration duration, WebhookReply reply) {}
