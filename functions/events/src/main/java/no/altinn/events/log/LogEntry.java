package no.altinn.events.log;

import java.time.Instant;

/**
 * One thing that happened to an event on its way to a subscription.
 *
 * @param cloudEventId the event's id
 * @param resource the event's resource; empty when unknown
 * @param type the event's type; empty when unknown
 * @param subscriptionId the subscription's id; 0 when none is concerned
 * @param consumer the subscription's consumer; empty when unknown
 * @param endpoint where the event was sent; empty when nothing was sent
 * @param status the HTTP status; 0 when there was no answer
 */
public record LogEntry(
        Activity activity,
        Instant time,
        String cloudEventId,
        String resource,
        String type,
        int subscriptionId,
        String consumer,
        String endpoint,
        int status) {}
