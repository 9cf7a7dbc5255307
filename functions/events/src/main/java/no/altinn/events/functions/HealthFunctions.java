package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.delivery.TestDelivery;
import no.altinn.events.query.Hours;
import no.altinn.events.statistics.SubscriptionHealth;
import no.altinn.events.statistics.SubscriptionStatistics;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;

import java.util.Optional;

/** HTTP triggers by which a consumer sees how a subscription does. */
public final class HealthFunctions {
    private final Http http;
    private final OwnSubscriptions own;
    private final SubscriptionHealth health;
    private final TestDelivery test;

    public HealthFunctions(
            Http http, OwnSubscriptions own, SubscriptionHealth health, TestDelivery test) {
        this.http = http;
        this.own = own;
        this.health = health;
        this.test = test;
    }

    /** Tells how a subscription has done in the last hours. */
    @FunctionName("GetStatistics")
    public HttpResponseMessage getStatistics(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/subscriptions/{id}/statistics",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    Subscription found = own.find(exchange.bearer(), SubscriptionId.parse(id));
                    int hours =
                            Hours.of(exchange.request().query(), SubscriptionStatistics.MOST_HOURS);
                    return Answer.of(
                            200, MediaType.JSON, StatisticsJson.of(health.of(found, hours)));
                });
    }

    /** Posts a test event to a subscription's endpoint, and tells what came of it. */
    @FunctionName("TestSubscription")
    public HttpResponseMessage testSubscription(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/subscriptions/{id}/test",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("id") String id) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    CommandBody.read(exchange);
                    Subscription found = own.find(caller, SubscriptionId.parse(id));
                    return Answer.of(200, MediaType.JSON, TestJson.of(test.post(found)));
                });
    }
}
