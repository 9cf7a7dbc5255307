package no.altinn.events.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

/** Events for tests of rules: generic ones, and those of an app's instance. */
public final class SampleEvent {
    /** The party that owns the instance of {@link #ofApp}. */
    public static final int PARTY = 50001;

    /** The instance of {@link #ofApp}. */
    public static final String INSTANCE = PARTY + "/f3bb6a3d-2b8b-4a3e-9d3f-0123456789ab";

    private SampleEvent() {}

    /** An event on {@code urn:altinn:resource:r}, with attributes given as names and values. */
    public static Event of(String... namesAndValues) {
        return event(
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", "1")
                        .put("source", "https://s.example/a")
                        .put("type", "t")
                        .put("resource", "urn:altinn:resource:r"),
                namesAndValues);
    }

    /** An event about an instance of the app ttd/a_b, with attributes as names and values. */
    public static Event ofApp(String... namesAndValues) {
        return event(
                Json.object()
                        .put("specversion", "1.0")
                        .put("id", "1")
                        .put("source", "https://ttd.apps.example/ttd/a_b/instances/" + INSTANCE)
                        .put("type", "app.instance.created")
                        .put("subject", "/party/" + PARTY)
                        .put("resource", "urn:altinn:resource:app_ttd_a_b"),
                namesAndValues);
    }

    private static Event event(ObjectNode json, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return EventReader.structured(json.toString());
    }
}
