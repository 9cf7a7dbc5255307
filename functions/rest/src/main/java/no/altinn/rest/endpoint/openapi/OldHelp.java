package no.altinn.rest.endpoint.openapi;

import no.altinn.platform.start.Lazy;
import no.altinn.rest.door.Route;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the addresses of Altinn 2's help are about: {@code
 * Help/Api/GET-who-messages-messageId_language_markAsRead} (rest-api.md §8). Such an id has the
 * method and the segments of the address with hyphens between, and after the first underscore the
 * parameters of the query. Thread-safe.
 */
public final class OldHelp {
    private static final String WHO = "{who}";

    private final Supplier<List<Route>> routes;
    private final Supplier<Words> words = new Lazy<>(Words::read);

    /**
     * Where an operation is described.
     *
     * @param part whose document it stands in
     * @param tag one word
     */
    public record Place(Part part, String tag, String operationId) {}

    /**
     * @param routes every route of the app; asked for with the first address
     */
    public OldHelp(Supplier<List<Route>> routes) {
        this.routes = routes;
    }

    /**
     * The operation that an id means; parts of addresses may have other names there than here.
     *
     * @param id in any case; empty if it means none
     */
    public Optional<Place> find(String id) {
        List<String> asked = Arrays.asList(id.split("_", 2)[0].split("-"));
        return routes.get().stream()
                .filter(route -> fits(route, asked))
                // A text of the template says more than a part that may be anything.
                .sorted(Comparator.comparing(OldHelp::parts))
                .flatMap(route -> place(route).stream())
                .findFirst();
    }

    private Optional<Place> place(Route route) {
        return words.get()
                .find(route.method() + " " + route.template())
                .map(found -> new Place(Part.of(route), found.tag(), found.id()));
    }

    private static boolean fits(Route route, List<String> asked) {
        String[] segments = route.template().split("/", -1);
        if (asked.size() != segments.length + 1 || !route.method().equalsIgnoreCase(asked.get(0))) {
            return false;
        }
        for (int i = 0; i < segments.length; i++) {
            if (!fits(segments[i], asked.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String segment, String asked) {
        if (segment.equals(WHO)) {
            return asked.equalsIgnoreCase("who");
        }
        return segment.startsWith("{") || segment.equalsIgnoreCase(asked);
    }

    private static long parts(Route route) {
        return route.template().chars().filter(character -> character == '{').count();
    }
}
