package no.altinn.events.log;

import no.altinn.events.event.AttributeText;
import no.altinn.platform.http.JsonObject;

import java.time.Clock;
import java.util.regex.Pattern;

/** Keeps log entries that other parts of the platform send. Thread-safe. */
public final class LogDelivery {
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int LONGEST_RESOURCE = 4_096;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_NAME = 1_024;

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
     *     missing or wrong, or a text is too long or none that an attribute may hold
     */
    public void append(String json) {
        JsonObject entry = JsonObject.read(json);
        String eventId =
                entry.text("cloudEventId")
                        .filter(id -> UUID.matcher(id).matches())
                        .orElseThrow(() -> new InvalidLogEntry("'cloudEventId' must be a UUID."));
        String endpoint = text(entry, "endpoint", LONGEST_ADDRESS);
        if (endpoint.isEmpty()) {
            throw new InvalidLogEntry("'endpoint' must be defined.");
        }
        int status =
                entry.integer("statusCode")
                        .orElseThrow(() -> new InvalidLogEntry("'statusCode' must be defined."));
        log.append(
                LogEntry.of(Activity.WEBHOOK_POST_RESPONSE, clock.instant())
                        .cloudEventId(eventId)
                        .resource(text(entry, "cloudEventResource", LONGEST_RESOURCE))
                        .type(text(entry, "cloudEventType", LONGEST_NAME))
                        .subscriptionId(entry.integer("subscriptionId").orElse(0))
                        .consumer(text(entry, "consumer", LONGEST_NAME))
                        .endpoint(endpoint)
                        .status(status)
                        .build());
    }

    private static String text(JsonObject entry, String name, int longest) {
        String text = entry.text(name).orElse("");
        if (!AttributeText.fits(text, longest)) {
            throw new InvalidLogEntry(
                    "'%s' must not be longer than %d characters.".formatted(name, longest));
        }
        if (!AttributeText.isAllowed(text)) {
            throw new InvalidLogEntry("'%s' %s".formatted(name, AttributeText.RULE));
        }
        return text;
    }
}
