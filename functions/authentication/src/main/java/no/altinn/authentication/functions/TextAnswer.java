package no.altinn.authentication.functions;

import no.altinn.platform.http.Accept;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

/** Answers a text as the client would like it: as it is, or as a quoted JSON string. */
final class TextAnswer {
    private static final MediaType PLAIN = new MediaType("text/plain");

    private TextAnswer() {}

    /** JSON where {@code Accept} prefers it, plain text otherwise. */
    static Answer of(Request request, int status, String text) {
        Accept accept = Accept.parse(request.header("Accept").orElse(""));
        return accept.prefers(MediaType.JSON, PLAIN)
                ? Answer.of(status, MediaType.JSON, Json.string(text))
                : Answer.text(status, text);
    }

    /** A token, which no cache may keep (RFC 6749 §5.1). */
    static Answer token(Request request, String token) {
        return of(request, 200, token).with("Cache-Control", "no-store");
    }
}
