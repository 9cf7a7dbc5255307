package no.altinn.events.functions;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;

import no.altinn.events.policy.Scopes;
import no.altinn.events.query.AppEventsRequest;
import no.altinn.events.query.AppReadPolicy;
import no.altinn.events.query.EventPage;
import no.altinn.events.query.EventsRequest;
import no.altinn.events.query.ReadEvents;
import no.altinn.events.query.ResourceReadPolicy;
import no.altinn.events.query.SealedCursors;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.Refusal;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.register.Register;

import java.util.Optional;

/** HTTP triggers for readers: the events of a resource, an app, or a party. */
public final class ReadFunctions {
    private final Http http;
    private final ReadEvents read;
    private final ResourceReadPolicy resourcePolicy;
    private final AppReadPolicy appPolicy;
    private final Register register;
    private final PageAnswer pages;
    private final SealedCursors cursors;

    public ReadFunctions(
            Http http,
            ReadEvents read,
            ResourceReadPolicy resourcePolicy,
            AppReadPolicy appPolicy,
            Register register,
            PageAnswer pages,
            SealedCursors cursors) {
        this.http = http;
        this.read = read;
        this.resourcePolicy = resourcePolicy;
        this.appPolicy = appPolicy;
        this.register = register;
        this.pages = pages;
        this.cursors = cursors;
    }

    /** A page of the events of one resource. */
    @FunctionName("GetEvents")
    public HttpResponseMessage getEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/events",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    if (!caller.hasScope(Scopes.SUBSCRIBE)) {
                        throw Refusal.missingScope(Scopes.SUBSCRIBE);
                    }
                    EventsRequest wanted = EventsRequest.of(exchange.request(), cursors.of(caller));
                    EventPage page =
                            read.read(
                                    caller,
                                    resourcePolicy,
                                    wanted.query(),
                                    wanted.after(),
                                    wanted.size());
                    return pages.of(
                            exchange.request(),
                            EventBody.STRUCTURED,
                            wanted.continuation().of(page));
                });
    }

    /** A page of the events of one app; for service owners. */
    @FunctionName("GetAppEvents")
    public HttpResponseMessage getAppEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/app/{org}/{app}",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            @BindingName("org") String org,
            @BindingName("app") String app) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    if (caller.org().isEmpty()) {
                        throw Refusal.challenged(
                                        Problem.jsonText(401, "Only orgs can call this api"))
                                .explained(
                                        "Only orgs can call this api. The token has no claim"
                                                + " 'urn:altinn:org', which tokens of service owners"
                                                + " have.");
                    }
                    AppEventsRequest wanted =
                            AppEventsRequest.ofApp(
                                    exchange.request(),
                                    org,
                                    app,
                                    new CallersPartyLookup(register, caller),
                                    cursors.of(caller));
                    return pages.of(exchange.request(), MediaType.JSON, readApp(caller, wanted));
                });
    }

    /** A page of the events of all apps about one party. */
    @FunctionName("GetPartyAppEvents")
    public HttpResponseMessage getPartyAppEvents(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "events/api/v1/app/party",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        return http.answer(
                request,
                exchange -> {
                    AltinnToken caller = exchange.bearer();
                    AppEventsRequest wanted =
                            AppEventsRequest.ofParty(
                                    exchange.request(),
                                    new CallersPartyLookup(register, caller),
                                    cursors.of(caller));
                    return pages.of(exchange.request(), MediaType.JSON, readApp(caller, wanted));
                });
    }

    private EventPage readApp(AltinnToken caller, AppEventsRequest wanted) {
        EventPage page =
                read.read(caller, appPolicy, wanted.query(), wanted.after(), wanted.size());
        return wanted.continuation().of(page);
    }
}
