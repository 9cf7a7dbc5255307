package no.altinn.testing.openapi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer that really came. Immutable.
 *
 * @param asksForProblems whether the request named {@code application/problem+json} in its {@code
 *     Accept}
 * @param headers by their names in any case
 * @param body the text
 */
public record RealAnswer(
        boolean asksForProblems, int status, Map<String, List<String>> headers, String body) {

    public RealAnswer {
        Map<String, List<String>> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(headers);
        headers = Collections.unmodifiableMap(caseless);
    }

    /** The values of a header, joined; empty for none. */
    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** The media type without its parameters; empty for none. */
    String mediaType() {
        return header("Content-Type").replaceFirst("\\s*;.*", "");
    }

    /** Short enough for a message. */
    @Override
    public String toString() {
        String start = body.substring(0, Math.min(body.length(), 500));
        return "%d %s %s".formatted(status, headers, start);
    }
}
