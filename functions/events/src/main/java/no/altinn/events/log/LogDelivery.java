package no.altinn.events.log;

import no.altinn.platform.http.JsonObject;

import java.time.Clock;
import java.util.regex.Pattern;

/** Keeps log entries that other parts of the platform send. Thread-safe. */
public final class LogDelivery {
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DeliveryLog log;
    private final Clock clock;

    public LogDelivery(DeliveryLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps an entry; the time is now. A body that is no JSON object, or has a property of another
     * type, is refused by {@link JsonObject}.
     *
     * @throws InvalidLogEntry if the endpoint, the status code or the event's id (a UUID) is
     *     missing or wrong
     */
    public void append(String json) {
        JsonObject entry = JsonObject.read(json);
        String eventId =
                entry.text("cloudEventId")
                        .filter(id -> UUID.matcher(id).matches())
                        .orElseThrow(() -> new InvalidLogEntry("'cloudEventId' must be a UUID."));
        String endpoint =
                entry.text("endpoint")
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(() -> new InvalidLogEntry("'endpoint' must be defined."));
        int status =
                entry.integer("statusCode")
                        .orElseThrow(() -> new InvalidLogEntry("'statusCode' must be defined."));
        log.append(
                LogEntry.of(Activity.WEBHOOK_POST_RESPONSE, clock.instant())
                        .cloudEventId(eventId)
                        .resource(entry.text("cloudEventResource").orElse(""))
                        .type(entry.text("cloudEventType").orElse(""))
                        .subscriptionId(entry.integer("subscriptionId").orElse(0))
                        .consumer(entry.text("consumer").orElse(""))
                        .endpoint(endpoint)
                        .status(status)
                        .build());
    }
}
