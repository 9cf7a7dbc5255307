package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.Http;
import no.altinn.platform.help.HelpPage;
import no.altinn.platform.http.Problem;

import java.util.Optional;

/** HTTP triggers of the page that shows the API and tries it. */
public final class HelpFunctions {
    private final Http http;
    private final HelpPage page;

    public HelpFunctions(Http http, HelpPage page) {
        this.http = http;
        this.page = page;
    }

    /** The page. */
    @FunctionName("Help")
    public HttpResponseMessage help(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/help",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> page.page());
    }

    /** A script, a style sheet or the icon of the page. */
    @FunctionName("HelpFile")
    public HttpResponseMessage helpFile(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/help/{file}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("file") String file) {
        return http.answer(
                request,
                exchange ->
                        page.file(file)
                                .orElseThrow(
                                        () ->
                                                Problem.empty(404)
                                                        .explained(
                                                                "The help page has no such"
                                                                        + " file.")));
    }
}
