package no.altinn.events.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.InvalidEvent;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/**
 * An event as a document of its container (events), which the change feed hands on: the attributes
 * that are searched for, and the event's exact text in {@code event}. A text that would grow too
 * long as a JSON string, where every quotation mark takes two characters, is in {@code eventBase64}
 * instead: the Base64 (RFC 4648 §4) of its UTF-8. {@code erased} is there, and true, in the
 * document of an event that has lost its data.
 *
 * @param seq the event's place in the registration order
 */
public record EventDocument(Event event, String seq) {
    /** The member in which the database keeps when it wrote a document, in epoch seconds. */
    static final String WRITTEN = "_ts";

    /** The member that holds the event's text. */
    private static final String TEXT = "event";

    /** The member that holds it where it would be too long as text. */
    private static final String BASE64 = "eventBase64";

    /** The member that tells of an event which is no more to be pushed. */
    private static final String ERASED = "erased";

    // Documents may have 2 MiB, and the attributes are in them too.
    private static final long LONGEST_TEXT = 3 << 19;

    // The years of four digits: any other would change the width.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    // One width, so that the order of the texts is the order of the instants.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    /**
     * An instant as documents keep it: UTC with nine decimals, sorted as text. An instant before
     * the year 0 or after the year 9999 becomes the first or the last one.
     */
    public static String time(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return TIME.format(FIRST);
        }
        return TIME.format(instant.isAfter(LAST) ? LAST : instant);
    }

    /**
     * The exact text of the event that a document holds.
     *
     * @throws MalformedMessage if the document holds no event
     */
    public static String text(JsonNode document) {
        if (!document.has(BASE64)) {
            return new MessageFields(document).text(TEXT);
        }
        String base64 = new MessageFields(document).text(BASE64);
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("The document's event is no Base64.", e);
        }
    }

    /** Whether a document's event has been erased; such a one is read, but not pushed. */
    public static boolean isErased(JsonNode document) {
        return document.path(ERASED).asBoolean();
    }

    /**
     * The document of the same event without its data. Other members stay as they are, also those
     * that are unknown here.
     *
     * @throws MalformedMessage if the document holds no event
     * @throws InvalidEvent if what it holds is no event
     */
    public static ObjectNode erased(JsonNode document) {
        ObjectNode rest = document.deepCopy();
        Event event = EventReader.stored(text(document));
        return withText(rest.without(List.of(TEXT, BASE64)), EventReader.withoutData(event))
                .put(ERASED, true);
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
        return json(written).toString();
    }

    /**
     * The document as the change feed hands it on, as a tree, each time a new one.
     *
     * @param written when it was stored
     */
    public ObjectNode json(Instant written) {
        return json().put(WRITTEN, written.getEpochSecond());
    }

    /** The document as a tree, each time a new one. */
    public ObjectNode json() {
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
        event.time().ifPresent(at -> json.put("time", time(at)));
        return withText(json, event);
    }

    private static ObjectNode withText(ObjectNode json, Event event) {
        String text = event.json();
        if (lengthAsString(text) <= LONGEST_TEXT) {
            return json.put(TEXT, text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return json.put(BASE64, Base64.getEncoder().encodeToString(bytes));
    }

    /** How many bytes of UTF-8 a JSON text takes as a JSON string, or a few more. */
    private static long lengthAsString(String json) {
        // The white space of a JSON text has the only control characters in it.
        return json.chars().mapToLong(EventDocument::lengthAsString).sum();
    }

    private static long lengthAsString(int unit) {
        if (unit == '"' || unit == '\\' || unit < ' ') {
            return 2;
        }
        return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
}
