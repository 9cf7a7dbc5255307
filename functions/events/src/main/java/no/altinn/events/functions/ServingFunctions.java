package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.delivery.OwnServing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.webhook.AllowedRate;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;

import java.util.Optional;

/** HTTP triggers with which subscribers say how they are served. */
public final class ServingFunctions {
    private static final String RATE = "ratePerMinute";

    private final Http http;
    private final OwnServing serving;

    public ServingFunctions(Http http, OwnServing serving) {
        this.http = http;
        this.serving = serving;
    }

    /** Pauses one of the caller's subscriptions. */
    @FunctionName("PauseSubscription")
    public HttpResponseMessage pauseSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/pause",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    int subscription = SubscriptionId.parse(id);
                    CommandBody.read(exchange);
                    return answer(serving.pause(caller, subscription));
                });
    }

    /** Has one of the caller's subscriptions take events again. */
    @FunctionName("ResumeSubscription")
    public HttpResponseMessage resumeSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/resume",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    int subscription = SubscriptionId.parse(id);
                    boolean discards = CommandBody.read(exchange, "discard").flag("discard");
                    return answer(serving.resume(caller, subscription, discards));
                });
    }

    /** Says how many events a minute the endpoint of one of the caller's subscriptions takes. */
    @FunctionName("LimitSubscription")
    public HttpResponseMessage limitSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.PUT,
                            route = "events/api/v1/subscriptions/{id}/rate",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    int subscription = SubscriptionId.parse(id);
                    CommandBody body = CommandBody.read(exchange, RATE);
                    if (!body.has(RATE)) {
                        throw Problem.badBody(
                                "'%s' must be there; null is for any.".formatted(RATE));
                    }
                    return answer(
                            serving.limit(
                                    caller, subscription, body.integer(RATE, 1, AllowedRate.MOST)));
                });
    }

    private static Answer answer(Subscription subscription) {
        return Answer.of(200, MediaType.JSON, SubscriptionJson.of(subscription));
    }
}
