package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Calls the function of the request's method and a path.
     *
     * @param path the segments, decoded
     * @return the function's answer; empty if there is no such function
     */
    Optional<HttpResponseMessage> call(
            HttpRequestMessage<Optional<String>> request, List<String> path) {
        for (HttpFunction function : functions) {
            Optional<Map<String, String>> values = function.match(request.getHttpMethod(), path);
            if (values.isPresent()) {
                return Optional.of(function.call(request, values.get()));
            }
        }
        return Optional.empty();
    }
}
