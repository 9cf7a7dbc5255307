package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.json.MalformedJson;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads CloudEvents 1.0 from JSON (CloudEvents JSON format §3 and §4). What a valid event is, the
 * CloudEvents SDK decides; what the event's text is, the sender.
 */
public final class EventReader {
    /** The most events of one batch. */
    public static final int MAX_BATCH = 1_000;

    private static final Set<String> STRINGS =
            Set.of(
                    "specversion",
                    "id",
                    "source",
                    "type",
                    "subject",
                    "time",
                    "datacontenttype",
                    "dataschema",
                    "resource",
                    "resourceinstance",
                    "alternativesubject");

    /** Members that are no attributes for the SDK: it sets the version itself and keeps no data. */
    private static final Set<String> DATA = Set.of("specversion", "data", "data_base64");

    private EventReader() {}

    /**
     * One event in structured mode. A resource that names an app by the source's path is rewritten
     * to the app's own name; a member that is null is left out, except data.
     *
     * @throws InvalidEvent if the text is no CloudEvent 1.0
     * @throws InvalidResource if the event has no resource, or one that is no URN
     */
    public static Event structured(String json) {
        return event(members(json));
    }

    /**
     * Events in batch mode.
     *
     * @throws InvalidEvent as {@link #structured}, or if there are none or more than {@link
     *     #MAX_BATCH}
     * @throws InvalidResource as {@link #structured}
     */
    public static List<Event> batch(String json) {
        List<String> items;
        try {
            items = JsonMembers.ofArray(json, MAX_BATCH);
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
        if (items.isEmpty()) {
            throw new InvalidEvent("A batch must hold at least one event.");
        }
        return items.stream().map(EventReader::structured).toList();
    }

    /**
     * An event from its members.
     *
     * @throws InvalidEvent as {@link #structured}
     * @throws InvalidResource as {@link #structured}
     */
    static Event event(Map<String, Value> members) {
        members.entrySet()
                .removeIf(
                        member ->
                                member.getValue().token() == JsonToken.VALUE_NULL
                                        && !member.getKey().equals("data"));
        requireOneData(members);
        CloudEvent attributes = attributes(members);
        String resource =
                ResourceUrn.canonical(
                        members.containsKey("resource") ? members.get("resource").text() : "",
                        attributes.getSource());
        members.put("resource", Value.of(resource));
        return new Event(attributes, resource, text(members));
    }

    private static Map<String, Value> members(String json) {
        try {
            return JsonMembers.ofObject(json);
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
    }

    private static void requireOneData(Map<String, Value> members) {
        Value base64 = members.get("data_base64");
        if (base64 == null) {
            return;
        }
        if (members.containsKey("data")) {
            throw new InvalidEvent("An event has either 'data' or 'data_base64', not both.");
        }
        try {
            if (base64.token() != JsonToken.VALUE_STRING) {
                throw new InvalidEvent("'data_base64' must be a string.");
            }
            Base64.getDecoder().decode(base64.text());
        } catch (IllegalArgumentException e) {
            throw new InvalidEvent("'data_base64' must be Base64 (RFC 4648 §4).", e);
        }
    }

    private static CloudEvent attributes(Map<String, Value> members) {
        Value version = members.get("specversion");
        if (version == null
                || version.token() != JsonToken.VALUE_STRING
                || !version.text().equals("1.0")) {
            throw new InvalidEvent("The attribute 'specversion' must be \"1.0\".");
        }
        CloudEventBuilder builder = CloudEventBuilder.v1();
        members.forEach(
                (name, value) -> {
                    if (!DATA.contains(name)) {
                        attribute(builder, name, value);
                    }
                });
        try {
            return builder.build();
        } catch (RuntimeException e) {
            // The SDK throws an IllegalStateException for a missing attribute.
            throw new InvalidEvent(e.getMessage(), e);
        }
    }

    private static void attribute(CloudEventBuilder builder, String name, Value value) {
        requireScalar(name, value);
        if (name.isEmpty()) {
            // The SDK looks at a name's characters, and finds nothing wrong with none.
            throw new InvalidEvent("An attribute's name must not be empty.");
        }
        try {
            if (STRINGS.contains(name) || value.token() == JsonToken.VALUE_STRING) {
                builder.withContextAttribute(name, value.text());
            } else if (value.token().isBoolean()) {
                builder.withExtension(name, value.token() == JsonToken.VALUE_TRUE);
            } else {
                builder.withExtension(name, value.text());
            }
        } catch (CloudEventRWException | IllegalArgumentException e) {
            throw new InvalidEvent(
                    "The attribute '%s' is not valid: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void requireScalar(String name, Value value) {
        if (!value.token().isScalarValue()) {
            throw new InvalidEvent(
                    "The attribute '%s' must be a string, a number or a boolean.".formatted(name));
        }
        if (!STRINGS.contains(name)) {
            return;
        }
        // An empty resource gets the message of a missing one.
        boolean empty = value.text().isEmpty() && !name.equals("resource");
        if (value.token() != JsonToken.VALUE_STRING || empty) {
            throw new InvalidEvent(
                    "The attribute '%s' must be a string that is not empty.".formatted(name));
        }
    }

    private static String text(Map<String, Value> members) {
        StringBuilder text = new StringBuilder("{");
        // Names have been checked to be letters and digits, so nothing in them wants an escape.
        members.forEach(
                (name, value) ->
                        text.append(text.length() == 1 ? "\"" : ",\"")
                                .append(name)
                                .append("\":")
                                .append(value.raw()));
        return text.append('}').toString();
    }
}
