package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.UnroutedRequests;

import java.util.Optional;

/** The HTTP trigger of paths and methods that no other function of this app has. */
public final class UnroutedFunctions {
    private final UnroutedRequests unrouted;

    public UnroutedFunctions(UnroutedRequests unrouted) {
        this.unrouted = unrouted;
    }

    /**
     * Answers what no other function does. Its name comes after all other names of functions that
     * HTTP triggers, so that the host tries it last. The route takes nothing outside {@code
     * events/}, so nothing of the host's own.
     */
    @FunctionName("UnroutedRequest")
    public HttpResponseMessage unroutedRequest(
            @HttpTrigger(
                            name = "request",
                            methods = {
                                HttpMethod.GET,
                                HttpMethod.HEAD,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.PATCH,
                                HttpMethod.DELETE,
                                HttpMethod.OPTIONS
                            },
                            route = "{*path:regex(^events/)}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("path") String path) {
        return unrouted.answer(request, path);
    }
}
