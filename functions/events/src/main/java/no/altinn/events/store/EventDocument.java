package no.altinn.events.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.platform.http.Json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An event as a document of its container (events), which the change feed hands on: the attributes
 * that are searched for, and the event's exact text in {@code event}.
 *
 * @param seq the event's place in the registration order
 */
public record EventDocument(Event event, String seq) {
    /** The member in which the database tells when a document was written, in epoch seconds. */
    static final String WRITTEN = "_ts";

    // One width, so that the order of the texts is the order of the instants.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    /** An instant as documents keep it: UTC with nine decimals, sorted as text. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The document's JSON. */
    public String toJson() {
        return json().toString();
    }

    /**
     * The document as the change feed hands it on.
     *
     * @param written when it was stored
     */
    public String toJson(Instant written) {
        return json().put(WRITTEN, written.getEpochSecond()).toString();
    }

    private ObjectNode json() {
        ObjectNode json =
                Json.object()
                        .put("id", event.key().document())
                        .put("resource", event.resource())
                        .put("seq", seq)
                        .put("eventId", event.id())
                        .put("source", event.source().toString())
                        .put("type", event.type());
        event.subject().ifPresent(subject -> json.put("subject", subject));
        event.alternativeSubject().ifPresent(name -> json.put("alternativesubject", name));
        event.time().map(OffsetDateTime::toInstant).ifPresent(at -> json.put("time", time(at)));
        return json.put("event", event.json());
    }
}
