package no.altinn.rest.door;

import no.altinn.platform.http.Request;
import no.altinn.rest.representation.BodyReader;
import no.altinn.rest.representation.Fields;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A request's body within its bounds.
 *
 * @param most the most bytes of it
 * @param place taken for a large one
 */
record RequestBody(Request request, int most, LargeBodies.Place place) {
    private static final BodyReader STRICT = BodyReader.strict();
    private static final BodyReader LENIENT = BodyReader.lenient();
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /**
     * Refuses a body by the length that the client announces, before it is read.
     *
     * @throws RestError 413 if it is too long; 503 if there are too many large ones at once
     */
    void checkLength() {
        check(
                request.header("Content-Length")
                        .filter(length -> LENGTH.matcher(length).matches())
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    private void check(long bytes) {
        if (bytes > most) {
            throw RestError.of(413, "The body must not be over %d bytes".formatted(most));
        }
        place.takeFor(bytes);
    }

    boolean isThere() {
        return !text().isBlank();
    }

    Fields fields() {
        return STRICT.read(contentType(), text());
    }

    Fields lenientFields() {
        return LENIENT.read(contentType(), text());
    }

    private String contentType() {
        return request.header("Content-Type").orElse("");
    }

    private String text() {
        if (request.isEncoded()) {
            throw RestError.of(415, "The body must be sent without a Content-Encoding");
        }
        String text = request.body();
        if (text.isEmpty() && isChunked()) {
            throw RestError.of(
                    411, "Send a Content-Length: a body with Transfer-Encoding chunked is lost");
        }
        // A character takes at least a byte, so a text that is too long need not be encoded.
        check(text.length() > most ? text.length() : utf8Length(text));
        return text;
    }

    private static long utf8Length(String text) {
        return text.length() * 3L <= Route.USUAL_BODY
                ? text.length()
                : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean isChunked() {
        return request.header("Transfer-Encoding")
                .filter(codings -> codings.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
    }
}
