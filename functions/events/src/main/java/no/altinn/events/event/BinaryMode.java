package no.altinn.events.event;

import com.fasterxml.jackson.core.JsonToken;

import no.altinn.events.event.JsonMembers.Value;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.MalformedJson;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a CloudEvent whose attributes are {@code ce-*} headers and whose data is the body
 * (CloudEvents HTTP binding §3.1).
 */
public final class BinaryMode {
    private static final String PREFIX = "ce-";

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
        return EventReader.event(attributes(headers));
    }

    /**
     * Reads an event whose data is the body.
     *
     * @param type the body's media type
     * @throws InvalidEvent if it is no CloudEvent 1.0
     * @throws InvalidResource if it has no resource, or one that is no URN
     */
    public static Event read(Map<String, String> headers, MediaType type, String body) {
        Map<String, Value> members = attributes(headers);
        members.put("datacontenttype", Value.of(type.name()));
        if (!body.isEmpty()) {
            members.put("data", data(body, type));
        }
        return EventReader.event(members);
    }

    private static Map<String, Value> attributes(Map<String, String> headers) {
        Map<String, Value> members = new LinkedHashMap<>();
        headers.forEach(
                (header, value) -> {
                    String name = header.toLowerCase(Locale.ROOT);
                    if (name.startsWith(PREFIX)) {
                        members.put(attribute(name), Value.of(decode(value)));
                    }
                });
        return members;
    }

    private static String attribute(String header) {
        String name = header.substring(PREFIX.length());
        if (name.startsWith("data") && !name.equals("dataschema")) {
            // The data is the body, and its type is the Content-Type, in this mode.
            throw new InvalidEvent("The header '%s' is none of binary mode.".formatted(header));
        }
        return name;
    }

    private static Value data(String body, MediaType type) {
        if (!type.isJson()) {
            return Value.of(body);
        }
        try {
            JsonMembers.requireMember(body);
            return new Value(JsonToken.NOT_AVAILABLE, body.strip(), "");
        } catch (MalformedJson e) {
            throw new InvalidEvent("The body is not valid JSON: " + e.getMessage(), e);
        }
    }

    /**
     * Header values are percent-encoded outside printable ASCII (CloudEvents HTTP binding
     * §3.1.3.2).
     */
    private static String decode(String value) {
        try {
            // A plus sign stands for itself here, unlike in a form.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidEvent("A ce- header has a malformed percent escape.", e);
        }
    }
}
