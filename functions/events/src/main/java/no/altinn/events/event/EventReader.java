package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads CloudEvents 1.0 from JSON (CloudEvents JSON format §3 and §4). What a valid event is,
 * {@link AttributeRules} say; what the event's text is, the sender.
 */
public final class EventReader {
    /** The most events of one batch. */
    public static final int MAX_BATCH = 1_000;

    private static final String RESOURCE = "resource";

    /** The members with an event's data, of which an event has one at most. */
    private static final Set<String> DATA = Set.of("data", "data_base64");

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
     * One event in structured mode, from another part of the platform: its resource may be missing.
     *
     * @throws InvalidEvent if the text is no CloudEvent 1.0
     * @throws InvalidResource if the event's resource is no URN
     */
    public static Event ofPlatform(String json) {
        Map<String, Value> members = checked(members(json));
        return members.containsKey(RESOURCE)
                ? withResource(members)
                : new Event(members, text(members));
    }

    /**
     * Events in batch mode.
     *
     * @throws InvalidEvent as {@link #structured}, with the event's place in the batch and its id,
     *     or if there are none or more than {@link #MAX_BATCH}
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
        List<Event> events = new ArrayList<>(items.size());
        for (String item : items) {
            events.add(item(events.size(), item));
        }
        return events;
    }

    private static Event item(int index, String json) {
        try {
            return structured(json);
        } catch (InvalidEvent e) {
            throw e.at(index, id(json));
        } catch (InvalidResource e) {
            throw e.at(index, id(json));
        }
    }

    /** The id of an event that is refused; empty where even the id cannot be read. */
    private static Optional<String> id(String json) {
        try {
            return Optional.ofNullable(members(json).get("id"))
                    .filter(id -> id.token() == JsonToken.VALUE_STRING)
                    .map(Value::text);
        } catch (InvalidEvent e) {
            return Optional.empty();
        }
    }

    /**
     * An event as a store gives it back. It is not held to the rules: they may have been others
     * when it was accepted.
     *
     * @param json what {@link Event#json} has told
     * @throws InvalidEvent if the text is no event
     */
    public static Event stored(String json) {
        Map<String, Value> members = members(json);
        for (String name : List.of("id", "source", "type")) {
            if (!members.containsKey(name) || members.get(name).token() != JsonToken.VALUE_STRING) {
                throw AttributeRule.refused(name, "is missing in what was stored.");
            }
        }
        try {
            return new Event(members, json);
        } catch (IllegalArgumentException e) {
            throw new InvalidEvent("The source of a stored event is no URI.", e);
        }
    }

    /**
     * The event without its data. The texts of all other attributes stay as they are.
     *
     * @throws InvalidEvent if the event is none that {@link #stored} reads
     */
    public static Event withoutData(Event event) {
        Map<String, Value> members = new LinkedHashMap<>();
        members(event.json())
                .forEach(
                        (name, value) -> {
                            if (!DATA.contains(name)) {
                                members.put(escaped(name), value);
                            }
                        });
        return stored(text(members));
    }

    /** Names of events that earlier releases have stored may want an escape. */
    private static String escaped(String name) {
        String quoted = Json.string(name);
        return quoted.substring(1, quoted.length() - 1);
    }

    /**
     * An event from its members.
     *
     * @throws InvalidEvent as {@link #structured}
     * @throws InvalidResource as {@link #structured}
     */
    static Event event(Map<String, Value> members) {
        checked(members);
        if (!members.containsKey(RESOURCE) || members.get(RESOURCE).text().isEmpty()) {
            throw InvalidResource.missing();
        }
        return withResource(members);
    }

    private static Event withResource(Map<String, Value> members) {
        String resource =
                ResourceUrn.canonical(
                        members.get(RESOURCE).text(), URI.create(members.get("source").text()));
        members.put(RESOURCE, Value.of(resource));
        return new Event(members, text(members));
    }

    private static Map<String, Value> checked(Map<String, Value> members) {
        members.entrySet()
                .removeIf(
                        member ->
                                member.getValue().token() == JsonToken.VALUE_NULL
                                        && !member.getKey().equals("data"));
        AttributeRules.check(members);
        return members;
    }

    private static Map<String, Value> members(String json) {
        try {
            return JsonMembers.ofObject(json);
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, Value> members) {
        StringBuilder text = new StringBuilder("{");
        // Names are letters and digits, or escaped.
        members.forEach(
                (name, value) ->
                        text.append(text.length() == 1 ? "\"" : ",\"")
                                .append(name)
                                .append("\":")
                                .append(value.raw()));
        return text.append('}').toString();
    }
}
