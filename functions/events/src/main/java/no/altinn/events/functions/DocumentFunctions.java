package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.Http;
import no.altinn.platform.app.PublishedDocument;

import java.util.Optional;

/** HTTP triggers that anyone may call: what the API and its pushes look like. */
public final class DocumentFunctions {
    private final Http http;
    private final PublishedDocument openApi;
    private final PublishedDocument asyncApi;

    public DocumentFunctions(Http http, PublishedDocument openApi, PublishedDocument asyncApi) {
        this.http = http;
        this.openApi = openApi;
        this.asyncApi = asyncApi;
    }

    /** The requests and answers of this API (OpenAPI 3.1). */
    @FunctionName("OpenApiDocument")
    public HttpResponseMessage openApiDocument(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/openapi.json",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> openApi.answer(exchange.request()));
    }

    /** The pushes to the endpoints of subscriptions (AsyncAPI 3). */
    @FunctionName("AsyncApiDocument")
    public HttpResponseMessage asyncApiDocument(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/asyncapi.json",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> asyncApi.answer(exchange.request()));
    }
}
