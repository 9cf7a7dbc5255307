package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.erase.EraseEvent;
import no.altinn.events.erase.EventToErase;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventReader;
import no.altinn.events.log.LogDelivery;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** HTTP triggers for other parts of the platform, which show a platform access token. */
public final class PlatformFunctions {
    private final Http http;
    private final Set<String> issuers;
    private final PublishEvent publish;
    private final RelayEvents relay;
    private final ValidateSubscription validation;
    private final LogDelivery log;
    private final EraseEvent erasure;

    public PlatformFunctions(
            Http http,
            Set<String> issuers,
            PublishEvent publish,
            RelayEvents relay,
            ValidateSubscription validation,
            LogDelivery log,
            EraseEvent erasure) {
        this.http = http;
        this.issuers = issuers;
        this.publish = publish;
        this.relay = relay;
        this.validation = validation;
        this.log = log;
        this.erasure = erasure;
    }

    /** Stores an event that was authorised elsewhere. */
    @FunctionName("StoreEvent")
    public HttpResponseMessage storeEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/storage/events",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    publish.accept(List.of(event(exchange)));
                    return Answer.empty(200);
                });
    }

    /** Stores a new event, or relays a stored one again by way of the retry queue. */
    @FunctionName("InboundEvent")
    public HttpResponseMessage inboundEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/inbound",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    Event event = event(exchange);
                    if (!relay.scheduleReplay(event.key())) {
                        publish.accept(List.of(event));
                    }
                    return Answer.empty(200);
                });
    }

    /** Stores a new event, or relays a stored one again at once. */
    @FunctionName("OutboundEvent")
    public HttpResponseMessage outboundEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/outbound",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, this::relayed);
    }

    /** The older name of {@link #outboundEvent}. */
    @FunctionName("PushEvent")
    public HttpResponseMessage pushEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/push",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(request, this::relayed);
    }

    /** Sets a subscription validated. */
    @FunctionName("MarkSubscriptionValidated")
    public HttpResponseMessage markSubscriptionValidated(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.PUT,
                            route = "events/api/v1/subscriptions/validate/{id}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    requirePlatform(exchange);
                    Subscription subscription =
                            validation
                                    .markValidated(SubscriptionId.parse(id))
                                    .orElseThrow(UnknownSubscription::new);
                    return Answer.of(200, MediaType.JSON, SubscriptionJson.of(subscription));
                });
    }

    /** Keeps an entry of a delivery that was made elsewhere. */
    @FunctionName("LogDelivery")
    public HttpResponseMessage logDelivery(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/storage/events/logs",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    requirePlatform(exchange);
                    exchange.requireJson();
                    log.append(exchange.json());
                    return Answer.empty(201);
                });
    }

    /** Takes the data out of an event that was published by mistake. */
    @FunctionName("EraseEvent")
    public HttpResponseMessage eraseEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.DELETE,
                            route = "events/api/v1/storage/events/{resource}/{id}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("resource") String resource,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    requirePlatform(exchange);
                    erasure.erase(EventToErase.of(resource, id, exchange.request().query()));
                    return Answer.empty(200);
                });
    }

    private Answer relayed(Exchange exchange) {
        Event event = event(exchange);
        if (!relay.replay(event.key())) {
            publish.accept(List.of(event));
        }
        return Answer.empty(200);
    }

    private Event event(Exchange exchange) {
        requirePlatform(exchange);
        exchange.contentType(EventBody.STRUCTURED);
        return EventReader.ofPlatform(exchange.json());
    }

    private void requirePlatform(Exchange exchange) {
        exchange.platformAccess(issuers);
    }
}
