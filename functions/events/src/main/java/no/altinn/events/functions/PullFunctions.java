package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.pull.ReceiveEvents;
import no.altinn.events.pull.ReceiveOrder;
import no.altinn.events.pull.SettleLocks;
import no.altinn.events.pull.SettledLocks;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import java.util.List;
import java.util.Optional;

/** HTTP triggers for consumers that fetch their events. */
public final class PullFunctions {
    private final Http http;
    private final OwnSubscriptions own;
    private final ReceiveEvents receive;
    private final SettleLocks settle;

    public PullFunctions(
            Http http, OwnSubscriptions own, ReceiveEvents receive, SettleLocks settle) {
        this.http = http;
        this.own = own;
        this.receive = receive;
        this.settle = settle;
    }

    /** Hands events out, under a lock each. */
    @FunctionName("ReceiveEvents")
    public HttpResponseMessage receiveEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/receive",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    ReceiveOrder order = PullBody.order(exchange);
                    return Answer.of(
                            200,
                            MediaType.JSON,
                            PullJson.of(receive.receive(subscription(caller, id), order)));
                });
    }

    /** Takes the word that events have been taken. */
    @FunctionName("AcknowledgeEvents")
    public HttpResponseMessage acknowledgeEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/acknowledge",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    List<String> tokens = PullBody.tokens(exchange);
                    return answer(settle.acknowledge(subscription(caller, id), tokens));
                });
    }

    /** Takes events back, for any receiver to get. */
    @FunctionName("ReleaseEvents")
    public HttpResponseMessage releaseEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/release",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    PullBody.Release body = PullBody.Release.of(exchange);
                    return answer(
                            settle.release(subscription(caller, id), body.tokens(), body.delay()));
                });
    }

    /** Gives events up that the receiver cannot use. */
    @FunctionName("RejectEvents")
    public HttpResponseMessage rejectEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/reject",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    List<String> tokens = PullBody.tokens(exchange);
                    return answer(settle.reject(subscription(caller, id), tokens));
                });
    }

    /** Makes locks last longer. */
    @FunctionName("RenewLocks")
    public HttpResponseMessage renewLocks(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/renew",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    PullBody.Renewal body = PullBody.Renewal.of(exchange);
                    return answer(
                            settle.renew(subscription(caller, id), body.tokens(), body.lock()));
                });
    }

    private Subscription subscription(AltinnToken caller, String id) {
        return own.find(caller, SubscriptionId.parse(id));
    }

    private static Answer answer(SettledLocks settled) {
        return Answer.of(200, MediaType.JSON, PullJson.of(settled));
    }
}
