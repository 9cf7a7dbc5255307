package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.OwnDeliveries;
import no.altinn.events.delivery.RetryDelivery;
import no.altinn.events.query.DeliveriesRequest;
import no.altinn.events.query.SealedCursors;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.app.Exchange;
import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** HTTP triggers for consumers that look at single deliveries. */
public final class DeliveryLogFunctions {
    private final Http http;
    private final OwnSubscriptions own;
    private final OwnDeliveries deliveries;
    private final RetryDelivery retry;
    private final SealedCursors cursors;
    private final PageAnswer pages;
    private final Clock clock;

    public DeliveryLogFunctions(
            Http http,
            OwnSubscriptions own,
            OwnDeliveries deliveries,
            RetryDelivery retry,
            SealedCursors cursors,
            PageAnswer pages,
            Clock clock) {
        this.http = http;
        this.own = own;
        this.deliveries = deliveries;
        this.retry = retry;
        this.cursors = cursors;
        this.pages = pages;
        this.clock = clock;
    }

    /** Lists the deliveries of a subscription, the newest first. */
    @FunctionName("ListDeliveries")
    public HttpResponseMessage listDeliveries(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/deliveries",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    DeliveriesRequest wanted =
                            DeliveriesRequest.of(
                                    exchange.request().query(), found.id(), cursors, clock);
                    List<Delivery> page =
                            deliveries.search(
                                    found, wanted.search(), wanted.eventId(), wanted.size() + 1);
                    return page(exchange, wanted, page);
                });
    }

    /** One delivery more than is wanted tells whether there is another page. */
    private Answer page(Exchange exchange, DeliveriesRequest wanted, List<Delivery> found) {
        if (found.size() <= wanted.size()) {
            return Answer.of(200, MediaType.JSON, DeliveryJson.of(found));
        }
        List<Delivery> page = found.subList(0, wanted.size());
        DeliveryPlace last = DeliveryPlace.of(page.get(page.size() - 1));
        return Answer.of(200, MediaType.JSON, DeliveryJson.of(page))
                .with("next", pages.next(exchange.request(), wanted.pages().write(last)));
    }

    /** Shows one delivery with its attempts. */
    @FunctionName("GetDelivery")
    public HttpResponseMessage getDelivery(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/deliveries/{deliveryId}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            @BindingName("deliveryId") String deliveryId) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    Delivery delivery = deliveries.find(found, deliveryId);
                    return Answer.of(200, MediaType.JSON, DeliveryJson.of(delivery));
                });
    }

    /** Makes one delivery again. */
    @FunctionName("RetryOneDelivery")
    public HttpResponseMessage retryOneDelivery(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route =
                                    "events/api/v1/subscriptions/{id}/deliveries/{deliveryId}/retry",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            @BindingName("deliveryId") String deliveryId) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    CommandBody.read(exchange);
                    Delivery retried = retry.retry(found, deliveryId);
                    return Answer.of(202, MediaType.JSON, DeliveryJson.of(retried));
                });
    }

    /** Erases the beginnings of answers that one delivery keeps. */
    @FunctionName("EraseResponsesOfDelivery")
    public HttpResponseMessage eraseResponsesOfDelivery(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.DELETE,
                            route =
                                    "events/api/v1/subscriptions/{id}/deliveries/{deliveryId}/responses",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id,
            @BindingName("deliveryId") String deliveryId) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = find(exchange, id);
                    deliveries.eraseResponses(found, deliveryId);
                    return Answer.empty(200);
                });
    }

    private Subscription find(Exchange exchange, String id) {
        return own.find(exchange.bearer(), SubscriptionId.parse(id));
    }
}
