package no.altinn.authentication.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.Http;
import no.altinn.platform.app.PublishedDocument;

import java.util.Optional;

/** The HTTP trigger that tells anyone what the API looks like. */
public final class DocumentFunctions {
    private final Http http;
    private final PublishedDocument openApi;

    public DocumentFunctions(Http http, PublishedDocument openApi) {
        this.http = http;
        this.openApi = openApi;
    }

    /** The requests and answers of this API (OpenAPI 3.1). */
    @FunctionName("OpenApiDocument")
    public HttpResponseMessage openApiDocument(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "authentication/api/v1/openapi.json",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> openApi.answer(exchange.request()));
    }
}
