package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionRequest;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import java.util.Optional;

/** HTTP triggers for subscribers. */
public final class SubscriptionFunctions {
    private final Http http;
    private final Subscribe subscribe;
    private final OwnSubscriptions own;
    private final SubscriptionAddress address;

    public SubscriptionFunctions(
            Http http, Subscribe subscribe, OwnSubscriptions own, SubscriptionAddress address) {
        this.http = http;
        this.subscribe = subscribe;
        this.own = own;
        this.address = address;
    }

    /** Makes a subscription, or finds the identical one. */
    @FunctionName("Subscribe")
    public HttpResponseMessage subscribe(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    exchange.requireJson();
                    SubscriptionRequest wanted = SubscriptionRequest.read(exchange.json());
                    IgnoredMembers.announce(exchange, wanted.unknownMembers());
                    Subscription made = subscribe.subscribe(caller, wanted);
                    return Answer.of(201, MediaType.JSON, SubscriptionJson.of(made))
                            .with("Location", address.of(made.id()).toString());
                });
    }

    /** Lists the caller's subscriptions. */
    @FunctionName("ListSubscriptions")
    public HttpResponseMessage listSubscriptions(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange ->
                        Answer.of(
                                200,
                                MediaType.JSON,
                                SubscriptionJson.of(own.of(exchange.bearer()))));
    }

    /** Shows one of the caller's subscriptions. */
    @FunctionName("GetSubscription")
    public HttpResponseMessage getSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    Subscription found = own.find(caller, SubscriptionId.parse(id));
                    return Answer.of(200, MediaType.JSON, SubscriptionJson.of(found));
                });
    }

    /** Removes one of the caller's subscriptions. */
    @FunctionName("RemoveSubscription")
    public HttpResponseMessage removeSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.DELETE,
                            route = "events/api/v1/subscriptions/{id}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    own.remove(exchange.bearer(), SubscriptionId.parse(id));
                    return Answer.empty(200);
                });
    }
}
