package no.altinn.rest.door;

import no.altinn.rest.representation.Listing;
import no.altinn.rest.representation.Resource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an endpoint answers, before it is written in a representation. Immutable.
 *
 * @param phrase the reason phrase of the status line; empty for the usual one
 * @param headers more headers, such as {@code Location}; one value a name
 */
public record Reply(
        int status, Optional<String> phrase, Map<String, String> headers, Content content) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, Content content) {
        return new Reply(status, Optional.empty(), Map.of(), content);
    }

    /** 200 with a resource. */
    public static Reply of(Resource resource) {
        return of(200, new Content.One(resource));
    }

    /** 200 with a list. */
    public static Reply of(Listing listing) {
        return of(200, new Content.Many(listing));
    }

    /** 201 with the address of what was made. */
    public static Reply created(String location) {
        return of(201, new Content.None()).with("Location", location);
    }

    /** 204. */
    public static Reply done() {
        return of(204, new Content.None());
    }

    /** 204 with a phrase of its own. */
    public static Reply done(String phrase) {
        return done().saying(phrase);
    }

    /** 302. */
    public static Reply redirect(String location) {
        return of(302, new Content.None()).with("Location", location);
    }

    /** The same with a reason phrase. */
    public Reply saying(String text) {
        return new Reply(status, Optional.of(text), headers, content);
    }

    /** The same with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, phrase, more, content);
    }

    /** The same with a body. */
    public Reply with(Content body) {
        return new Reply(status, phrase, headers, body);
    }
}
