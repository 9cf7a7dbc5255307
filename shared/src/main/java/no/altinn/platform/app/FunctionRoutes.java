package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The HTTP functions of an app by their methods and routes, for paths that the host's own routing
 * finds no function for. Immutable.
 */
final class FunctionRoutes {
    private final List<HttpFunction> functions;

    private FunctionRoutes(List<HttpFunction> functions) {
        this.functions = functions;
    }

    /**
     * The routes that the annotations of these instances' classes have.
     *
     * @throws IllegalStateException if a route has anything but texts and parameters
     */
    static FunctionRoutes of(Collection<?> instances) {
        return new FunctionRoutes(
                instances.stream()
                        .flatMap(instance -> HttpFunction.of(instance).stream())
                        // The order in which the host tries them.
                        .sorted(
                                Comparator.comparing(
                                        HttpFunction::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    /**
     * Calls the function of a method and a path.
     *
     * @param method the method that the function must have
     * @param path the segments, decoded
     * @return the function's answer; empty if there is no such function
     */
    Optional<HttpResponseMessage> call(
            HttpRequestMessage<Optional<String>> request, HttpMethod method, List<String> path) {
        for (HttpFunction function : functions) {
            Optional<Map<String, String>> values = function.match(path);
            if (values.isPresent() && function.methods().contains(method)) {
                return Optional.of(function.call(request, values.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * The methods of all functions of a path; none for a path without functions.
     *
     * @param path the segments, decoded
     */
    Set<HttpMethod> methods(List<String> path) {
        return functions.stream()
                .filter(function -> function.match(path).isPresent())
                .flatMap(function -> function.methods().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
