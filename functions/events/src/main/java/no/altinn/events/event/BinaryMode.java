package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a CloudEvent whose attributes are {@code ce-*} headers and whose data is the body
 * (CloudEvents HTTP binding §3.1).
 */
public final class BinaryMode {
    private static final String PREFIX = "ce-";

    /** The data is the body, and its type is the Content-Type, in this mode. */
    private static final Set<String> OF_BODY = Set.of("data", "data_base64", "datacontenttype");

    private BinaryMode() {}

    /** Whether the request carries an event in binary mode. */
    public static boolean isUsedBy(Request request) {
        return request.header(PREFIX + "specversion").isPresent();
    }

    /** Whether data of this media type arrives unharmed: the host hands over text only. */
    public static boolean carries(MediaType type) {
        return type.isJson() || type.name().startsWith("text/") || type.name().endsWith("xml");
    }

    /**
     * Reads an event without data.
     *
     * @throws InvalidEvent if it is no CloudEvent 1.0
     * @throws InvalidResource if it has no resource, or one that is no URN
     */
    public static Event read(Map<String, String> headers) {
        return event(attributes(headers));
    }

    /**
     * Reads an event whose data is the body.
     *
     * @param contentType the body's {@code Content-Type}, which becomes the data's as it is
     * @throws InvalidEvent if it is no CloudEvent 1.0
     * @throws InvalidResource if it has no resource, or one that is no URN
     */
    public static Event read(Map<String, String> headers, String contentType, String body) {
        Map<String, Value> members = attributes(headers);
        members.put("datacontenttype", Value.of(contentType.strip()));
        if (!body.isEmpty()) {
            boolean isJson = MediaType.parse(contentType).filter(MediaType::isJson).isPresent();
            members.put("data", isJson ? json(body) : Value.of(body));
        }
        return event(members);
    }

    /** The event, or a refusal that names the header which the sender has to look at. */
    private static Event event(Map<String, Value> members) {
        try {
            return EventReader.event(members);
        } catch (InvalidEvent e) {
            if (e.attribute().isEmpty()) {
                throw e;
            }
            throw new InvalidEvent(e.getMessage() + " " + header(e.attribute().get()), e);
        } catch (InvalidResource e) {
            throw e.explained(header("resource"));
        }
    }

    private static String header(String attribute) {
        String header =
                attribute.equals("datacontenttype")
                        ? "Content-Type"
                        : PREFIX + AttributeText.shown(attribute);
        return "In binary mode it is the header `%s`.".formatted(header);
    }

    private static Map<String, Value> attributes(Map<String, String> headers) {
        Map<String, Value> members = new LinkedHashMap<>();
        headers.forEach(
                (header, value) -> {
                    String name = header.toLowerCase(Locale.ROOT);
                    if (name.startsWith(PREFIX)) {
                        members.put(attribute(name), Value.of(decoded(header, value)));
                    }
                });
        return members;
    }

    private static String attribute(String header) {
        String name = header.substring(PREFIX.length());
        if (OF_BODY.contains(name)) {
            throw new InvalidEvent(
                    "The header '%s' is none of binary mode."
                            .formatted(AttributeText.shown(header)));
        }
        return name;
    }

    private static Value json(String body) {
        String json = Json.withoutByteOrderMark(body);
        try {
            JsonMembers.requireMember(json);
            return new Value(JsonToken.NOT_AVAILABLE, json.strip(), "");
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
    }

    private static String decoded(String header, String value) {
        return HeaderValue.decode(value)
                .orElseThrow(
                        () ->
                                new InvalidEvent(
                                        "The header '%s' must be percent-encoded UTF-8. A quoted string in it must end."
                                                .formatted(AttributeText.shown(header))));
    }
}
