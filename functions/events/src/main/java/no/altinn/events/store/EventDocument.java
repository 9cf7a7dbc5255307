package no.altinn.events.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.InvalidEvent;
import no.altinn.events.event.InvalidResource;
import no.altinn.platform.http.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An event as a document of its container (events), which the change feed hands on: the attributes
 * that are searched for, and the event's exact text in {@code event}.
 *
 * @param seq the event's place in the registration order
 */
public record EventDocument(Event event, String seq) {
    private static final Logger LOG = LoggerFactory.getLogger(EventDocument.class);

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
        return json.put("event", event.json()).toString();
    }

    /**
     * The events of an array of documents, in its order; what else the documents hold is ignored. A
     * document that holds no event is logged and left out: asking for it again would never help,
     * and would hold up all that come after it.
     *
     * @throws MalformedMessage if it is no array
     */
    public static List<Event> readAll(String jsonArray) {
        JsonNode documents = MessageFields.of(jsonArray).node();
        if (!documents.isArray()) {
            throw new MalformedMessage("The change feed's documents are no JSON array.");
        }
        return StreamSupport.stream(documents.spliterator(), false)
                .flatMap(document -> event(new MessageFields(document)).stream())
                .toList();
    }

    private static Optional<Event> event(MessageFields document) {
        try {
            return Optional.of(EventReader.structured(document.text("event")));
        } catch (MalformedMessage | InvalidEvent | InvalidResource e) {
            LOG.error("A document of the change feed holds no event.", e);
            return Optional.empty();
        }
    }
}
