package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;

import java.util.Optional;

/** HTTP triggers that anyone may call: is the app there, and does a webhook get through. */
public final class DiagnosticFunctions {
    private final Http http;

    public DiagnosticFunctions(Http http) {
        this.http = http;
    }

    /** Takes any event, so that a subscriber can try a subscription without a receiver. */
    @FunctionName("TestWebhookReceiver")
    public HttpResponseMessage testWebhookReceiver(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/tests/webhookreceiver",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    // Asked for because of its bounds.
                    exchange.body();
                    return Answer.empty(200);
                });
    }

    /** Shows that the app answers. */
    @FunctionName("Health")
    public HttpResponseMessage health(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/health",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, exchange -> Answer.text(200, "Healthy"));
    }
}
