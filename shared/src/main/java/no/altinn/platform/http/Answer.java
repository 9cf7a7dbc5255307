package no.altinn.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered to a request. Immutable.
 *
 * @param status the HTTP status, 200 to 599
 * @param headers one value a name, ASCII without control characters
 * @param body the body's text, sent as UTF-8; empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A status with nothing to say. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** A plain text. */
    public static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/plain"), text);
    }

    /** A body of the given media type. */
    public static Answer of(int status, MediaType type, String body) {
        return new Answer(status, Map.of("Content-Type", type.toString()), body);
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
