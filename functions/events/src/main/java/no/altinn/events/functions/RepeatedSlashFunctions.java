package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.RepeatedSlashes;

import java.util.Optional;

/** The HTTP trigger of paths that no other fits because slashes follow each other in them. */
public final class RepeatedSlashFunctions {
    private final RepeatedSlashes slashes;

    public RepeatedSlashFunctions(RepeatedSlashes slashes) {
        this.slashes = slashes;
    }

    /**
     * Answers as the function of the path with one slash for each run. The route takes nothing
     * outside {@code events/}, so nothing of the host's own.
     */
    @FunctionName("RepeatedSlashes")
    public HttpResponseMessage repeatedSlashes(
            @HttpTrigger(
                            name = "request",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.DELETE
                            },
                            route = "{*path:regex(^events/):regex(//)}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("path") String path) {
        return slashes.answer(request, path);
    }
}
