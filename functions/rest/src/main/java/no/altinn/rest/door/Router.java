package no.altinn.rest.door;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the route of a request. Immutable. */
public final class Router {
    private record Entry(Template template, Route route) {}

    /**
     * A route and what the parts of its template stand for in a request.
     *
     * @param values decoded, by the names in the template
     */
    record Match(Route route, Template template, Map<String, String> values) {}

    private final List<Entry> entries;

    /**
     * A router of these routes.
     *
     * @throws IllegalArgumentException if two of them have the same method and address
     */
    public Router(Collection<? extends Routes> routes) {
        this.entries =
                routes.stream()
                        .flatMap(some -> some.routes().stream())
                        .map(route -> new Entry(Template.of(route.template()), route))
                        // Stable: the first of two that are alike stays the first.
                        .sorted(Comparator.comparing(Entry::template))
                        .toList();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            String address = entry.route().template().toLowerCase(Locale.ROOT);
            if (!seen.add(entry.route().method() + " " + address)) {
                throw new IllegalArgumentException("Two routes of " + address);
            }
        }
    }

    /** The routes in the order in which they are tried. */
    public List<Route> routes() {
        return entries.stream().map(Entry::route).toList();
    }

    /**
     * The route of a method and path; {@code HEAD} has that of {@code GET}.
     *
     * @param path the segments below {@code api/}, decoded
     * @throws RestError 404 if there is none; 405 if there are others of the path
     */
    Match match(String method, List<String> path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return find(wanted, path)
                .orElseThrow(
                        () -> {
                            Set<String> methods = methods(path);
                            return methods.isEmpty()
                                    ? RestError.notFound()
                                    : RestError.of(
                                            "Method Not Allowed",
                                            Reply.of(405, new Content.None())
                                                    .with("Allow", String.join(", ", methods)));
                        });
    }

    /** The route of a method and path, if there is one. */
    Optional<Match> find(String method, List<String> path) {
        return entries.stream()
                .filter(entry -> entry.route().method().equals(method))
                .flatMap(entry -> match(entry, path))
                .findFirst();
    }

    private static Stream<Match> match(Entry entry, List<String> path) {
        return entry.template().match(path).stream()
                .map(values -> new Match(entry.route(), entry.template(), values));
    }

    /** Every method that a path has; none if there is no such path. */
    Set<String> methods(List<String> path) {
        Set<String> methods = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.template().match(path).isPresent())
                .forEach(entry -> methods.add(entry.route().method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
