package no.altinn.rest.door;

import no.altinn.rest.file.Transfers;

import java.util.Optional;
import java.util.Set;

/**
 * A method and an address, and what stands before them.
 *
 * @param method in upper case
 * @param template the path below {@code api/}, for example {@code {who}/messages/{id}}; braces
 *     stand for one segment; {@code {who}} is resolved to a party that the caller acts for
 * @param key the category that the ApiKey must be granted; empty where none is needed
 * @param scopes any one of these a bearer token must have; empty where none is needed
 * @param maxBody the most bytes of a body that comes to this app
 * @param handler answers the requests
 */
public record Route(
        String method,
        String template,
        Optional<Category> key,
        Needs needs,
        Set<String> scopes,
        int maxBody,
        Handler handler) {
    /** The most of a body where a route says nothing else: 1 MiB. */
    public static final int USUAL_BODY = 1 << 20;

    public Route {
        scopes = Set.copyOf(scopes);
    }

    /** A route that is open to anybody, without a key. */
    public static Route open(String method, String template, Endpoint endpoint) {
        return new Route(
                method, template, Optional.empty(), Needs.NOTHING, Set.of(), USUAL_BODY, endpoint);
    }

    /** A route that needs a key and a caller. */
    public static Route of(
            String method,
            String template,
            Category key,
            Needs needs,
            Set<String> scopes,
            Endpoint endpoint) {
        return new Route(method, template, Optional.of(key), needs, scopes, USUAL_BODY, endpoint);
    }

    /**
     * A route whose requests bring a file of any content type, which the front streams past this
     * app (rest-api.md §1 "The front").
     *
     * @param mostBytes the most bytes of the file, up to {@link Transfers#MOST_BYTES}
     * @throws IllegalArgumentException if it is to be more
     */
    public static Route receiving(
            String method,
            String template,
            Category key,
            Needs needs,
            Set<String> scopes,
            long mostBytes,
            Receiver receiver) {
        if (mostBytes > Transfers.MOST_BYTES) {
            throw new IllegalArgumentException("Files of %d bytes".formatted(mostBytes));
        }
        return new Route(
                method,
                template,
                Optional.of(key),
                needs,
                scopes,
                USUAL_BODY,
                new Receiving(mostBytes, receiver));
    }

    /** The same, whatever key and login, for another kind of caller. */
    public Route needing(Needs other) {
        return new Route(method, template, key, other, scopes, maxBody, handler);
    }

    /** The same for browsers that come from elsewhere: whatever key, also none. */
    public Route withoutKey() {
        return new Route(method, template, Optional.empty(), needs, scopes, maxBody, handler);
    }

    /** The same with larger bodies. */
    public Route takingUpTo(int bytes) {
        return new Route(method, template, key, needs, scopes, bytes, handler);
    }
}
