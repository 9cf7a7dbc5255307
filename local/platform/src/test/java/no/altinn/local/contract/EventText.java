package no.altinn.local.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.UUID;

/** The JSON of an event. Immutable. */
final class EventText {
    static final String SOURCE = "https://ttd.example/things";
    static final String TYPE = "thing.happened";

    private final ObjectNode event;

    private EventText(ObjectNode event) {
        this.event = event;
    }

    /** A valid event about nobody, with a new id. */
    static EventText on(String resource) {
        return new EventText(
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", UUID.randomUUID().toString())
                        .put("source", SOURCE)
                        .put("type", TYPE)
                        .put("resource", resource));
    }

    EventText about(String subject) {
        return with("subject", subject);
    }

    EventText with(String name, String value) {
        return new EventText(event.deepCopy().put(name, value));
    }

    EventText without(String name) {
        ObjectNode copy = event.deepCopy();
        copy.remove(name);
        return new EventText(copy);
    }

    /** The event with one more member, whose value is just this JSON. */
    String jsonWith(String name, String rawJson) {
        String text = json();
        return text.substring(0, text.length() - 1) + ",\"" + name + "\":" + rawJson + "}";
    }

    String id() {
        return event.path("id").asText();
    }

    String json() {
        return event.toString();
    }
}
