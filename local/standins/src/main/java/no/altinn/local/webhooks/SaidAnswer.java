package no.altinn.local.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a webhook's answer has besides its status. Immutable.
 *
 * @param headers at most 20, by their names in lower case
 * @param body at most 65 536 characters
 */
record SaidAnswer(Map<String, String> headers, String body) {
    /** An answer that has a status alone. */
    static final SaidAnswer NOTHING = new SaidAnswer(Map.of(), "");

    static final String HEADERS = "headers";
    static final String BODY = "body";

    private static final int MOST_HEADERS = 20;
    private static final int LONGEST_BODY = 65_536;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,1000}");

    /** The server says these itself. */
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "content-encoding");

    SaidAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the members of a behaviour.
     *
     * @param behaviour with the names of its members in lower case
     * @throws Problem 400 if they are not of their form
     */
    static SaidAnswer of(JsonNode behaviour) {
        JsonNode body = behaviour.path(BODY);
        if (!body.isMissingNode()
                && (!body.isTextual() || body.textValue().length() > LONGEST_BODY)) {
            throw Problem.badRequest(
                    "%s must be a string of at most %d characters.".formatted(BODY, LONGEST_BODY));
        }
        return new SaidAnswer(headers(behaviour.path(HEADERS)), body.asText(""));
    }

    private static Map<String, String> headers(JsonNode object) {
        if (object.isMissingNode()) {
            return Map.of();
        }
        if (!object.isObject() || object.size() > MOST_HEADERS) {
            throw Problem.badRequest(
                    "%s must be an object of at most %d strings.".formatted(HEADERS, MOST_HEADERS));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        object.properties().forEach(one -> headers.put(one.getKey(), value(one)));
        return headers;
    }

    private static String value(Map.Entry<String, JsonNode> header) {
        boolean isName =
                NAME.matcher(header.getKey()).matches() && !FRAMING.contains(header.getKey());
        if (!isName
                || !header.getValue().isTextual()
                || !VALUE.matcher(header.getValue().textValue()).matches()) {
            throw Problem.badRequest(
                    ("%s must have names of letters, digits and hyphens, none of them about the"
                                    + " body's length or coding, and strings of visible ASCII.")
                            .formatted(HEADERS));
        }
        return header.getValue().textValue();
    }

    /** The whole answer. One of a status that has no body has none. */
    Answer with(int status) {
        boolean hasBody = status != 204 && status != 304;
        return new Answer(status, headers, hasBody ? body : "");
    }

    /** Adds the members that are not empty. */
    void addTo(ObjectNode behaviour) {
        if (!headers.isEmpty()) {
            ObjectNode object = behaviour.putObject(HEADERS);
            headers.forEach(object::put);
        }
        if (!body.isEmpty()) {
            behaviour.put(BODY, body);
        }
    }
}
