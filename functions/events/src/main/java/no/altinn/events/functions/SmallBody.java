package no.altinn.events.functions;

import no.altinn.platform.app.Exchange;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.Problem;

import java.nio.charset.StandardCharsets;

/** The body of a request about a subscription: a small JSON object, or nothing. */
final class SmallBody {
    /** The most bytes. */
    static final int LARGEST = 16 * 1024;

    private SmallBody() {}

    /**
     * The body's members; none for a request without a body.
     *
     * @throws Problem 413 if it is over {@link #LARGEST}; 415 if it is no JSON by its media type;
     *     400 if it is no JSON object; and as {@link Exchange#body}
     */
    static JsonObject of(Exchange exchange) {
        String body = exchange.json();
        if (body.length() > LARGEST || body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Problem.of(413, "The body must not be over %d bytes.".formatted(LARGEST));
        }
        if (body.isEmpty()) {
            return JsonObject.read("{}");
        }
        exchange.requireJson();
        return JsonObject.read(body);
    }
}
