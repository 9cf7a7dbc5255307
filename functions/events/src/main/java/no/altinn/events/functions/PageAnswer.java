package no.altinn.events.functions;

import no.altinn.events.event.Event;
import no.altinn.events.query.EventPage;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;

import java.net.URI;
import java.util.stream.Collectors;

/**
 * Renders pages of events, with the address of the next one in the header {@code next}.
 *
 * @param base the platform's own address, with a slash at its end
 */
public record PageAnswer(URI base) {
    Answer of(Request request, MediaType type, EventPage page) {
        String body =
                page.events().stream().map(Event::json).collect(Collectors.joining(",", "[", "]"));
        Answer answer = Answer.of(200, type, body);
        return page.after().map(after -> answer.with("next", next(request, after))).orElse(answer);
    }

    /** The absolute address of the page after this one. */
    String next(Request request, String after) {
        // Not resolved: a path that begins with two slashes would name another host.
        String path = request.uri().getRawPath().replaceFirst("^/+", "");
        return base + path + "?" + request.query().with("after", after);
    }
}
