package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.event.Event;
import no.altinn.events.policy.Scopes;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.publish.RegisterAppEvent;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.PlatformAccessToken;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.json.Json;

import java.util.Optional;

/** HTTP triggers for publishers: events, and the smaller requests of apps. */
public final class PublishFunctions {
    private final Http http;
    private final PublishEvent publish;
    private final RegisterAppEvent appEvents;

    public PublishFunctions(Http http, PublishEvent publish, RegisterAppEvent appEvents) {
        this.http = http;
        this.publish = publish;
        this.appEvents = appEvents;
    }

    /** Accepts one event, or a batch of them. */
    @FunctionName("PublishEvent")
    public HttpResponseMessage publishEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/events",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    EventBody body = EventBody.of(exchange);
                    exchange.requireScopeOrPlatformAccess(Scopes.PUBLISH);
                    publish.accept(caller, body.events());
                    return Answer.empty(200);
                });
    }

    /** Accepts an event from the app that its source names. */
    @FunctionName("PublishAppEvent")
    public HttpResponseMessage publishAppEvent(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.POST,
                            route = "events/api/v1/app",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    exchange.bearer();
                    exchange.requireJson();
                    PlatformAccessToken app = exchange.platformAccess();
                    Event event = appEvents.accept(app, exchange.json());
                    return Answer.of(201, MediaType.JSON, Json.string(event.id()))
                            .with("Location", HeaderText.of(event.subject().orElse("")));
                });
    }
}
