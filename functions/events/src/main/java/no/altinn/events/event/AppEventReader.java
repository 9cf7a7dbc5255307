package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.http.MalformedJson;
import no.altinn.platform.http.Problem;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the smaller request with which an app registers an event; id, time, resource and resource
 * instance are set here.
 */
public final class AppEventReader {
    private AppEventReader() {}

    /**
     * Reads the request.
     *
     * @param id the new event's id
     * @param now the new event's time
     * @throws InvalidEvent if it is no JSON object, or has a member that is not valid
     * @throws InvalidResource if the app's name can stand in no resource
     * @throws Problem 400 if it lacks a member
     */
    public static Event read(String json, UUID id, Instant now) {
        Map<String, Value> request = members(json);
        if (!has(request, "source")
                || !has(request, "type")
                || !has(request, "subject")
                || !has(request, "specversion")) {
            throw Problem.badRequest(
                    "Missing parameter values: source, subject and type cannot be null");
        }
        String source = request.get("source").text();
        AppSource app = app(source);
        Map<String, Value> event = new LinkedHashMap<>();
        event.put("specversion", request.get("specversion"));
        event.put("id", Value.of(id.toString()));
        event.put("source", request.get("source"));
        event.put("type", request.get("type"));
        event.put("subject", request.get("subject"));
        event.put("time", Value.of(now.toString()));
        event.put("resource", Value.of(ResourceUrn.ofApp(app.org(), app.app())));
        if (!app.instance().isEmpty()) {
            event.put("resourceinstance", Value.of(app.instance()));
        }
        copy(request, "alternativesubject", event, "alternativesubject");
        copy(request, "contenttype", event, "datacontenttype");
        copy(request, "dataschema", event, "dataschema");
        if (request.containsKey("data")) {
            event.put("data", request.get("data"));
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

    private static AppSource app(String source) {
        try {
            return AppSource.of(new URI(source)).orElseThrow(AppEventReader::noAppSource);
        } catch (java.net.URISyntaxException e) {
            throw noAppSource();
        }
    }

    private static InvalidEvent noAppSource() {
        return new InvalidEvent(
                "'source' must be an absolute URI whose path begins with the app: /{org}/{app}");
    }

    /** An optional member; an empty text is as good as none. */
    private static void copy(
            Map<String, Value> from, String name, Map<String, Value> to, String newName) {
        if (has(from, name)) {
            to.put(newName, from.get(name));
        }
    }
}
