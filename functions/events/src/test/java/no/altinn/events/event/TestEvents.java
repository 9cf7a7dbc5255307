package no.altinn.events.event;

import no.altinn.platform.json.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Synthetic events for tests. */
public final class TestEvents {
    /** The resource of every event that names no other. */
    public static final String RESOURCE = "urn:altinn:resource:ttd-test";

    /** The source of every event that names no other. */
    public static final String SOURCE = "https://ttd.example.no/source";

    private TestEvents() {}

    /** An event with this id, without subject, time and data. */
    public static Event event(String id) {
        return event(id, Map.of());
    }

    /** An event with this id and these attributes, in place of the common ones and besides them. */
    public static Event event(String id, Map<String, String> attributes) {
        return EventReader.structured(json(id, attributes, ""));
    }

    /** The same as a store gives it back, whatever rules it was accepted by. */
    public static Event stored(String id, Map<String, String> attributes) {
        return EventReader.stored(json(id, attributes, ""));
    }

    /** An event with this id, from another part of the platform, that is on no resource. */
    public static Event withoutResource(String id) {
        String json = json(id, Map.of(), "");
        return EventReader.ofPlatform(json.replace(",\"resource\":\"" + RESOURCE + "\"", ""));
    }

    /** An event whose data is this JSON. */
    public static Event withData(String id, String data) {
        return EventReader.structured(json(id, Map.of(), ",\"data\":" + data));
    }

    /** An event with one more member, as JSON has it: name, colon and value. */
    public static Event withMember(String id, String member) {
        return EventReader.structured(json(id, Map.of(), "," + member));
    }

    /** An event of this many bytes of JSON, or one less, most of them quotation marks. */
    public static Event quotationMarks(String id, int bytes) {
        int room = bytes - withData(id, "\"\"").json().length();
        return withData(id, '"' + "\\\"".repeat(room / 2) + '"');
    }

    /** Events with the ids {@code {prefix}0} and so on, in this order. */
    public static List<Event> numbered(String prefix, int count) {
        return numbered(prefix, count, Map.of());
    }

    /** As {@link #numbered(String, int)}, all with these attributes. */
    public static List<Event> numbered(String prefix, int count, Map<String, String> attributes) {
        return IntStream.range(0, count).mapToObj(i -> event(prefix + i, attributes)).toList();
    }

    private static String json(String id, Map<String, String> attributes, String data) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("specversion", "1.0");
        all.put("id", id);
        all.put("source", SOURCE);
        all.put("type", "no.altinn.test");
        all.put("resource", RESOURCE);
        all.putAll(attributes);
        StringBuilder json = new StringBuilder("{");
        all.forEach(
                (name, value) ->
                        json.append(json.length() > 1 ? "," : "")
                                .append(Json.string(name))
                                .append(':')
                                .append(Json.string(value)));
        return json.append(data).append('}').toString();
    }
}
