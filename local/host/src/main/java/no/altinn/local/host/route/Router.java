package no.altinn.local.host.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what answers a request: of the routes in the order they were added, the first whose method
 * and template fit. Immutable.
 *
 * @param <T> what answers
 */
public final class Router<T> {
    private record Route<T>(String method, RouteTemplate template, T target) {}

    /**
     * A route that fits a request.
     *
     * @param values the route parameters' values by their names
     */
    public record Match<T>(T target, Map<String, String> values) {}

    private static final String ANY = "*";

    private final Map<String, List<Route<T>>> byMethod = new HashMap<>();
    private final List<Route<T>> ofAnyMethod;

    private Router(List<Route<T>> routes) {
        this.ofAnyMethod = routes.stream().filter(route -> route.method.equals(ANY)).toList();
        for (Route<T> route : routes) {
            byMethod.computeIfAbsent(
                    route.method,
                    method ->
                            routes.stream()
                                    .filter(r -> r.method.equals(method) || r.method.equals(ANY))
                                    .toList());
        }
    }

    /** Starts with no route at all. */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /**
     * Finds the route of a request.
     *
     * @param method in upper case
     * @param rawPath the request's path as sent
     */
    public Optional<Match<T>> find(String method, String rawPath) {
        List<Route<T>> routes = byMethod.getOrDefault(method, ofAnyMethod);
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        RequestPath path = RequestPath.of(rawPath);
        for (Route<T> route : routes) {
            Optional<Map<String, String>> values = route.template.match(path);
            if (values.isPresent()) {
                return Optional.of(new Match<>(route.target, values.get()));
            }
        }
        return Optional.empty();
    }

    /** Collects the routes of one router. Not thread-safe. */
    public static final class Builder<T> {
        private final List<Route<T>> routes = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a route for one method.
         *
         * @param method in upper case
         * @param template see {@link RouteTemplate#parse}
         * @throws IllegalArgumentException if the template is none
         */
        public Builder<T> add(String method, String template, T target) {
            routes.add(new Route<>(method, RouteTemplate.parse(template), target));
            return this;
        }

        /**
         * Adds a route for every method.
         *
         * @throws IllegalArgumentException if the template is none
         */
        public Builder<T> addAny(String template, T target) {
            return add(ANY, template, target);
        }

        /** The router, which no later call changes. */
        public Router<T> build() {
            return new Router<>(List.copyOf(routes));
        }
    }
}
