package no.altinn.events.erase;

import no.altinn.events.event.EventKey;
import no.altinn.events.event.InvalidResource;
import no.altinn.events.query.InvalidQuery;
import no.altinn.platform.http.QueryParameters;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The event that a request names: by its resource, its source and its id. Immutable.
 *
 * @param resource the event's resource URN
 * @param keys where the event may be kept, the likeliest first
 */
public record EventToErase(String resource, List<EventKey> keys) {
    private static final Pattern ENCODED_SLASH = Pattern.compile("%2F", Pattern.CASE_INSENSITIVE);

    /**
     * Reads what the request names. The host decodes the values of a route, except that an encoded
     * slash stays {@code %2F}. An encoded percent sign before {@code 2F} gives the same text. So an
     * id with {@code %2F} in it is tried with a slash first, and then as it is.
     *
     * @param resource from the route
     * @param id from the route
     * @throws InvalidQuery if there is no source in the query, or more than one, or what is there
     *     is no URI
     * @throws InvalidResource if the resource is no URN
     */
    public static EventToErase of(String resource, String id, QueryParameters query) {
        URI source = source(query);
        String urn = slashes(resource);
        return new EventToErase(
                urn,
                Stream.of(slashes(id), id)
                        .distinct()
                        .map(name -> EventKey.published(urn, source, name))
                        .toList());
    }

    private static String slashes(String routeValue) {
        return ENCODED_SLASH.matcher(routeValue).replaceAll("/");
    }

    private static URI source(QueryParameters query) {
        List<String> sources = query.all("source");
        if (sources.size() != 1) {
            throw new InvalidQuery(
                    "The 'source' parameter must be there once: the event's source, which together"
                            + " with its id tells which event it is.");
        }
        try {
            return URI.create(sources.get(0));
        } catch (IllegalArgumentException e) {
            throw new InvalidQuery(
                    "The 'source' parameter must be a URI, as the source of every event is.", e);
        }
    }
}
