package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;
import no.altinn.platform.start.Lazy;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers requests for which the host itself would answer 404, though there is more to say:
 *
 * <ul>
 *   <li>slashes follow each other in the path: as if each run of them were one slash;
 *   <li>{@code HEAD}: as {@code GET}, whose body the server leaves out (RFC 9110 §9.3.2);
 *   <li>{@code OPTIONS}: with the methods of the path (RFC 9110 §9.3.7);
 *   <li>a method that the path lacks: 405 with the methods that it has (RFC 9110 §15.5.6).
 * </ul>
 *
 * <p>In ASP.NET's routes an empty segment fits no template, but for one inside what a catch-all
 * takes, and a method that no function of the path names is 404. So an app has one function more,
 * with a route below the app's own word:
 *
 * <pre>{@code route = "{*path:regex(^events/)}"}</pre>
 *
 * <p>The host tries functions in the order of their names. That function's name comes last, so that
 * the host calls it for nothing that another function answers. Should the host call it for more, it
 * hands the request on to the function that answers it. Not even that function is called for a path
 * that begins with two slashes. Thread-safe.
 */
public final class UnroutedRequests {
    private final Http http;
    private final Supplier<FunctionRoutes> routes;

    /**
     * Answers with an app's functions. Their annotations are read at the first such request.
     *
     * @param http answers where there is no function
     * @param functions an instance of each class with HTTP functions
     */
    public UnroutedRequests(Http http, Collection<?> functions) {
        this.http = http;
        this.routes = new Lazy<>(() -> FunctionRoutes.of(functions));
    }

    /**
     * Lets the function of method and path answer, with the same request but for its slashes.
     *
     * @param path what the catch-all took: decoded, without its first slash
     * @return if there is no such function: 405 with the path's methods, 200 with them for {@code
     *     OPTIONS}, or 404 without a body, as the host's, for a path without functions
     */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> request, String path) {
        List<String> segments =
                Arrays.stream(path.split("/", -1)).filter(Predicate.not(String::isEmpty)).toList();
        return routes.get()
                .call(new SlashesCollapsed(request), method(request), segments)
                .orElseGet(
                        () -> http.answer(request, exchange -> withoutFunction(request, segments)));
    }

    private static HttpMethod method(HttpRequestMessage<?> request) {
        return request.getHttpMethod() == HttpMethod.HEAD
                ? HttpMethod.GET
                : request.getHttpMethod();
    }

    private Answer withoutFunction(HttpRequestMessage<?> request, List<String> segments) {
        Set<HttpMethod> methods = routes.get().methods(segments);
        if (methods.isEmpty()) {
            throw Problem.empty(404).explained("There is nothing at this path.");
        }
        String allowed = allowed(methods);
        if (request.getHttpMethod() == HttpMethod.OPTIONS) {
            return Answer.empty(200).with("Allow", allowed);
        }
        throw Problem.empty(405)
                .with("Allow", allowed)
                .explained("The path has the methods %s.".formatted(allowed));
    }

    private static String allowed(Set<HttpMethod> methods) {
        Set<HttpMethod> all = EnumSet.copyOf(methods);
        if (methods.contains(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
        all.add(HttpMethod.OPTIONS);
        return all.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }
}
