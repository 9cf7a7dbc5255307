package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.AppEventRequest;
import no.altinn.events.event.AppSource;
import no.altinn.events.event.BinaryMode;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventAttributes;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.IncompleteRequest;
import no.altinn.events.event.InvalidEvent;
import no.altinn.events.event.InvalidResource;
import no.altinn.events.event.ResourceUrn;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** CloudEvents in all their forms, and the values of their attributes. */
final class EventTargets {
    static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"https://s.example/a\",\"type\":\"t\","
                    + "\"resource\":\"urn:altinn:resource:r\",\"subject\":\"/party/1\","
                    + "\"time\":\"2026-01-02T03:04:05.6+01:00\",\"datacontenttype\":"
                    + "\"application/json\",\"dataschema\":\"urn:a:b\",\"ext\":7,\"data\":[1,{}]}";

    private EventTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "event",
                        EventTargets::structured,
                        EVENT,
                        EVENT.replace("\"data\":[1,{}]", "\"data_base64\":\"AAE=\""),
                        EVENT.replace("urn:altinn:resource:r", "urn:altinn:resource:app_ttd_a"),
                        EVENT.replace("05.6+01:00", "60Z"),
                        EVENT.replace("/party/1", "\\ud83d\\ude00")),
                Target.of("event-of-platform", EventTargets::ofPlatform, EVENT),
                Target.of("event-stored", EventTargets::stored, EVENT, "{\"id\":\"\\ud800\"}"),
                Target.of("batch", EventTargets::batch, "[" + EVENT + "]", EVENT.replace('{', '[')),
                Target.of(
                        "binary-mode",
                        EventTargets::binary,
                        "application/json\n{\"a\":1}\nspecversion: 1.0\nid: %C3%A6\nsource: /a\n"
                                + "type: \"t \\\" u\"\nresource: urn:altinn:resource:r",
                        "text/plain\nbody\ntime: 2026-01-02t03:04:05z"),
                Target.of(
                        "app-event",
                        EventTargets::ofApp,
                        "{\"source\":\"https://ttd.apps.altinn.no/ttd/app/instances/1/"
                                + "0a1b2c3d-0000-4000-8000-000000000000\",\"type\":\"t\","
                                + "\"subject\":\"/party/1\",\"specversion\":\"1.0\","
                                + "\"contenttype\":\"text/plain\",\"data\":null}"),
                Target.of(
                        "resource-urn",
                        EventTargets::resource,
                        "urn:altinn:resource:r",
                        "urn:altinn:resource:app_ttd_app",
                        "urn:altinn:resource:altinnapp.ttd.app"),
                Target.of(
                        "app-source",
                        EventTargets::source,
                        "https://ttd.apps.altinn.no/ttd/app/instances/1/x",
                        "urn:a:b",
                        "//h/%2e%2e/a"));
    }

    private static void structured(String text) {
        try {
            Event event = EventReader.structured(text);
            told(event);
            assertThat(EventReader.structured(event.json())).isEqualTo(event);
            assertThat(EventReader.stored(event.json()).json()).isEqualTo(event.json());
        } catch (InvalidEvent | InvalidResource e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void told(Event event) {
        event.time();
        event.subject();
        event.alternativeSubject();
        event.resourceInstance();
        EventAttributes.of(event).find("ext");
        assertThat(event.key().document()).isNotEmpty();
        assertThat(EventReader.withoutData(event).key()).isEqualTo(event.key());
    }

    private static void ofPlatform(String text) {
        try {
            told(EventReader.ofPlatform(text));
        } catch (InvalidEvent | InvalidResource e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void stored(String text) {
        try {
            Event event = EventReader.stored(text);
            told(event);
            assertThat(event.json()).isEqualTo(text);
        } catch (InvalidEvent e) {
            assertThat(e.logged()).isNotEmpty();
        }
    }

    private static void batch(String text) {
        try {
            assertThat(EventReader.batch(text)).isNotEmpty().allSatisfy(EventTargets::told);
        } catch (InvalidEvent | InvalidResource e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    /** The first line is the Content-Type, the second the body, and each further one a header. */
    private static void binary(String text) {
        List<String> lines = text.lines().toList();
        Map<String, String> headers = new HashMap<>();
        lines.stream().skip(2).forEach(line -> put(headers, line));
        try {
            told(
                    BinaryMode.read(
                            headers,
                            lines.isEmpty() ? "" : lines.get(0),
                            lines.size() < 2 ? "" : lines.get(1)));
        } catch (InvalidEvent | InvalidResource e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void put(Map<String, String> headers, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.put("ce-" + line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    private static void ofApp(String text) {
        try {
            told(AppEventRequest.read(text).event(new UUID(1, 2), Instant.EPOCH));
        } catch (InvalidEvent | InvalidResource | IncompleteRequest e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void resource(String text) {
        if (ResourceUrn.isValid(text)) {
            assertThat(URI.create(text).getScheme()).isEqualTo("urn");
        }
        ResourceUrn.isApp(text);
    }

    private static void source(String text) {
        try {
            Optional<AppSource> app = AppSource.of(new URI(text));
            app.ifPresent(AppSource::party);
        } catch (URISyntaxException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
