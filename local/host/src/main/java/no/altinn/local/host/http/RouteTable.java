package no.altinn.local.host.http;

import com.microsoft.azure.functions.HttpMethod;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.route.RequestPath;
import no.altinn.local.host.route.RouteTemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which function answers a request: the first, in the order of names without case, whose route and
 * methods fit. Immutable.
 */
final class RouteTable {
    private record Route(HttpMethod method, RouteTemplate template, HostedFunction function) {}

    /**
     * A function that is to answer a request.
     *
     * @param values the route parameters
     */
    record Match(HttpMethod method, HostedFunction function, Map<String, String> values) {}

    private final Map<String, List<Route>> byMethod = new HashMap<>();

    RouteTable(FunctionCatalog catalog) {
        for (HostedFunction function : catalog.firedBy(Trigger.Http.class)) {
            Trigger.Http http = function.trigger(Trigger.Http.class);
            RouteTemplate template = RouteTemplate.parse(http.route());
            for (HttpMethod method : http.methods()) {
                byMethod.computeIfAbsent(method.name(), name -> new ArrayList<>())
                        .add(new Route(method, template, function));
            }
        }
    }

    /**
     * Finds the function.
     *
     * @param rawPath the request's path as sent
     */
    Optional<Match> find(String method, String rawPath) {
        List<Route> routes = byMethod.getOrDefault(method, List.of());
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        RequestPath path = RequestPath.of(rawPath);
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.template.match(path);
            if (values.isPresent()) {
                return Optional.of(new Match(route.method, route.function, values.get()));
            }
        }
        return Optional.empty();
    }
}
