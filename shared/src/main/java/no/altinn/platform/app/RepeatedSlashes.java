package no.altinn.platform.app;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.http.Answer;
import no.altinn.platform.start.Lazy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers requests in whose path slashes follow each other, as if each run were one slash.
 *
 * <p>The host finds no function for such a path: in ASP.NET's routes an empty segment fits no
 * template, but for one inside what a catch-all takes. So an app has one function more, which the
 * host calls for such paths below the app's own and for nothing else:
 *
 * <pre>{@code route = "{*path:regex(^events/):regex(//)}"}</pre>
 *
 * <p>Not even that function is called for a path that begins with two slashes. Thread-safe.
 */
public final class RepeatedSlashes {
    private final Http http;
    private final Supplier<FunctionRoutes> routes;

    /**
     * Answers with an app's functions. Their annotations are read at the first such request.
     *
     * @param http answers where there is no function
     * @param functions an instance of each class with HTTP functions
     */
    public RepeatedSlashes(Http http, Collection<?> functions) {
        this.http = http;
        this.routes = new Lazy<>(() -> FunctionRoutes.of(functions));
    }

    /**
     * Lets the function of the path answer, with the same request but for its slashes.
     *
     * @param path what the catch-all took: decoded, without its first slash
     * @return 404 without a body, as the host's, if there is no such function
     */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> request, String path) {
        List<String> segments =
                Arrays.stream(path.split("/", -1)).filter(Predicate.not(String::isEmpty)).toList();
        return routes.get()
                .call(new SlashesCollapsed(request), segments)
                .orElseGet(() -> http.answer(request, exchange -> Answer.empty(404)));
    }
}
