package no.altinn.rest.happening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to an entry. Immutable, if nobody changes its data.
 *
 * @param id the same for ever, so that the event is stored once however often it is told
 * @param subject the party that it is about: the box's; of a delegation, the receiver's; of a file,
 *     a recipient's
 * @param source the path of the resource below {@code api/}, with {@code r} and the party's id, for
 *     example {@code r50000001/messages/a1}
 * @param data ids only, no content
 */
public record Happening(
        String id, HappeningType type, int subject, String source, Instant time, ObjectNode data) {

    /** Something that happens now for the first time. */
    public static Happening of(
            HappeningType type, int subject, String source, Instant time, ObjectNode data) {
        return new Happening(UUID.randomUUID().toString(), type, subject, source, time, data);
    }

    /** As heads of entries keep it. */
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("type", type.text())
                .put("subject", subject)
                .put("source", source)
                .put("time", time.toString())
                .set("data", data);
    }

    /**
     * Reads it again.
     *
     * @throws MalformedMessage if it is none
     */
    static Happening read(JsonNode json) {
        MessageFields fields = new MessageFields(json);
        String type = fields.text("type");
        if (!(json.path("data") instanceof ObjectNode data)) {
            throw new MalformedMessage("A happening has no data.");
        }
        try {
            return new Happening(
                    fields.text("id"),
                    HappeningType.of(type)
                            .orElseThrow(() -> new MalformedMessage("Nothing happens as " + type)),
                    fields.number("subject"),
                    fields.text("source"),
                    Instant.parse(fields.text("time")),
                    data);
        } catch (DateTimeException e) {
            throw new MalformedMessage("The time of a happening cannot be read.", e);
        }
    }

    /**
     * The event as the Events API stores it (CloudEvents 1.0).
     *
     * @param api what the source is below, with a slash at its end
     */
    public ObjectNode event(URI api) {
        return Json.object()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", api + source)
                .put("type", type.text())
                .put("resource", type.resource())
                .put("subject", "/party/" + subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json")
                .set("data", data);
    }
}
