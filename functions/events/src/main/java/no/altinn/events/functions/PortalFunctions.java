package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.portal.Portal;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Problem;

import java.util.Optional;

/** HTTP triggers of the consumers' portal. */
public final class PortalFunctions {
    private final Http http;
    private final Portal portal;

    public PortalFunctions(Http http, Portal portal) {
        this.http = http;
        this.portal = portal;
    }

    /** The page. */
    @FunctionName("Portal")
    public HttpResponseMessage portal(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/portal",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> answer(Portal.PAGE, exchange));
    }

    /** A script, the style sheet, the icon or the configuration of the page. */
    @FunctionName("PortalFile")
    public HttpResponseMessage portalFile(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/portal/{file}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("file") String file) {
        return http.answer(request, exchange -> answer(file, exchange));
    }

    private Answer answer(String name, Exchange exchange) {
        portal.headers().forEach(exchange::announce);
        return portal.files()
                .answer(name, exchange.request())
                .orElseThrow(() -> Problem.empty(404).explained("The portal has no such file."));
    }
}
