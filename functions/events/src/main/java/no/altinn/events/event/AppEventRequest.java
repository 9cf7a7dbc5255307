package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.json.MalformedJson;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The smaller request with which an app registers an event; id, time, resource and resource
 * instance are set here. Immutable.
 */
public final class AppEventRequest {
    private static final List<String> REQUIRED =
            List.of("source", "type", "subject", "specversion");

    private final Map<String, Value> members;
    private final URI source;
    private final AppSource app;

    private AppEventRequest(Map<String, Value> members, URI source) {
        this.members = members;
        this.source = source;
        this.app = app(source);
    }

    /**
     * Reads the request as far as needed to find the app that its source names.
     *
     * @throws InvalidEvent if it is no JSON object, or its source is no app's or no text
     * @throws IncompleteRequest if it lacks a member
     */
    public static AppEventRequest read(String json) {
        Map<String, Value> members = members(json);
        List<String> missing = REQUIRED.stream().filter(name -> !has(members, name)).toList();
        if (!missing.isEmpty()) {
            throw new IncompleteRequest(missing);
        }
        String source = members.get("source").text();
        AttributeRules.ofString("source").checkText("source", source);
        return new AppEventRequest(members, uri(source));
    }

    /** A source that is absolute but too short names no app: the caller cannot be that app. */
    private static AppSource app(URI source) {
        if (!source.isAbsolute()) {
            throw noAppSource();
        }
        return AppSource.of(source).orElse(new AppSource("", "", ""));
    }

    /** Where the event comes from. */
    public URI source() {
        return source;
    }

    /** The app that the source names; nameless when it names none. */
    public AppSource app() {
        return app;
    }

    /**
     * The event that is asked for.
     *
     * @param id the new event's id
     * @param now the new event's time
     * @throws InvalidEvent if a member is not valid
     * @throws InvalidResource if the app's name can stand in no resource
     */
    public Event event(UUID id, Instant now) {
        Map<String, Value> event = new LinkedHashMap<>();
        event.put("specversion", members.get("specversion"));
        event.put("id", Value.of(id.toString()));
        event.put("source", members.get("source"));
        event.put("type", members.get("type"));
        event.put("subject", members.get("subject"));
        event.put("time", Value.of(now.toString()));
        event.put("resource", Value.of(ResourceUrn.ofApp(app.org(), app.app())));
        if (!app.instance().isEmpty()) {
            event.put("resourceinstance", Value.of(app.instance()));
        }
        copy("alternativesubject", event, "alternativesubject");
        copy("contenttype", event, "datacontenttype");
        copy("dataschema", event, "dataschema");
        if (members.containsKey("data")) {
            event.put("data", members.get("data"));
        }
        return EventReader.event(event);
    }

    private static Map<String, Value> members(String json) {
        try {
            Map<String, Value> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            caseless.putAll(JsonMembers.ofObject(json));
            return caseless;
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
    }

    private static boolean has(Map<String, Value> request, String name) {
        Value value = request.get(name);
        return value != null
                && value.token() != JsonToken.VALUE_NULL
                && !value.raw().equals("\"\"");
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw noAppSource();
        }
    }

    private static InvalidEvent noAppSource() {
        return new InvalidEvent(
                "'source' must be an absolute URI whose path begins with the app: /{org}/{app}");
    }

    /** An optional member; an empty text is as good as none. */
    private void copy(String name, Map<String, Value> event, String newName) {
        if (has(members, name)) {
            // Checked here, where the app's own name for it is known.
            AttributeRules.ofString(newName).check(name, members.get(name));
            event.put(newName, members.get(name));
        }
    }
}
