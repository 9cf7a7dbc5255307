package no.altinn.events.app;

import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.erase.EraseEvent;
import no.altinn.events.functions.DiagnosticFunctions;
import no.altinn.events.functions.DocumentFunctions;
import no.altinn.events.functions.HelpFunctions;
import no.altinn.events.functions.PageAnswer;
import no.altinn.events.functions.PlatformFunctions;
import no.altinn.events.functions.PortalFunctions;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.events.functions.ReadFunctions;
import no.altinn.events.functions.ServingFunctions;
import no.altinn.events.functions.SubscriptionFunctions;
import no.altinn.events.functions.UnroutedFunctions;
import no.altinn.events.log.LogDelivery;
import no.altinn.events.portal.Portal;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.publish.PublishPolicy;
import no.altinn.events.publish.RegisterAppEvent;
import no.altinn.events.query.AppReadPolicy;
import no.altinn.events.query.ReadEvents;
import no.altinn.events.query.ResourceReadPolicy;
import no.altinn.events.subscription.AddSubscription;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.SubscribePolicy;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.platform.app.Http;
import no.altinn.platform.app.PublishedDocument;
import no.altinn.platform.app.UnroutedRequests;
import no.altinn.platform.help.HelpPage;
import no.altinn.platform.help.HelpSubject;
import no.altinn.platform.help.Panel;
import no.altinn.platform.outbound.EndPointRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The part of the composition root that answers requests. */
record AnsweringApp(
        SharedParts shared,
        ServedApp served,
        ConsumersView view,
        ValidateSubscription validation,
        RelayEvents relay) {
    /** Where the documents that describe the API are. */
    private static final String HELP = "/no/altinn/events/help/";

    /** The classes whose functions answer requests. */
    List<Object> functions() {
        Http http = shared.http();
        PublishEvent publish =
                new PublishEvent(
                        new PublishPolicy(shared.decisions(), shared.subjects()),
                        shared.adapters().events());
        List<Object> functions =
                new ArrayList<>(
                        List.of(
                                publishing(publish),
                                reading(),
                                subscribing(),
                                shared.signing().secretFunctions(http, shared.own()),
                                view.health(),
                                new ServingFunctions(http, served.own(validation)),
                                view.lookingAtDeliveries(),
                                view.jobs(),
                                view.pulling(),
                                platform(publish),
                                new DiagnosticFunctions(http),
                                documents(),
                                new HelpFunctions(http, help()),
                                new PortalFunctions(http, new Portal(shared.settings().portal()))));
        functions.add(new UnroutedFunctions(new UnroutedRequests(http, List.copyOf(functions))));
        return List.copyOf(functions);
    }

    private PublishFunctions publishing(PublishEvent publish) {
        return new PublishFunctions(
                shared.http(),
                publish,
                new RegisterAppEvent(shared.adapters().events(), shared.clock(), UUID::randomUUID));
    }

    private ReadFunctions reading() {
        return new ReadFunctions(
                shared.http(),
                new ReadEvents(shared.adapters().events(), shared.clock()),
                new ResourceReadPolicy(shared.decisions(), shared.subjects()),
                new AppReadPolicy(shared.decisions()),
                shared.register(),
                new PageAnswer(shared.settings().base()),
                shared.cursors());
    }

    private SubscriptionFunctions subscribing() {
        EventsSettings settings = shared.settings();
        return new SubscriptionFunctions(
                shared.http(),
                new Subscribe(
                        new AddSubscription(
                                shared.adapters().subscriptions(),
                                settings.maxSubscriptions(),
                                shared.clock()),
                        new SubscribePolicy(shared.decisions(), shared.subjects()),
                        new EndPointRule(shared.addresses()),
                        settings.appsDomain(),
                        shared.register(),
                        shared.signing().keys(),
                        validation),
                shared.own(),
                shared.address());
    }

    private PlatformFunctions platform(PublishEvent publish) {
        return new PlatformFunctions(
                shared.http(),
                Set.copyOf(shared.settings().tokens().accessTokenIssuers()),
                publish,
                relay,
                validation,
                new LogDelivery(shared.adapters().log(), shared.clock()),
                new EraseEvent(shared.adapters().events()));
    }

    private DocumentFunctions documents() {
        EventsSettings settings = shared.settings();
        return new DocumentFunctions(
                shared.http(),
                PublishedDocument.ofOpenApi(
                        AnsweringApp.class,
                        HELP + "openapi.json",
                        settings.base().resolve("events/api/v1")),
                PublishedDocument.of(AnsweringApp.class, HELP + "asyncapi.json", settings.base()));
    }

    private HelpPage help() {
        String api = shared.settings().base().getRawPath() + "events/api/v1";
        return new HelpPage(
                new HelpSubject(
                        "Help: the Events API",
                        "Hjelp: Events-API-et",
                        api + "/help",
                        api + "/openapi.json",
                        api,
                        List.of(Panel.BEARER, Panel.PLATFORM_ACCESS_TOKEN, Panel.ACCEPT),
                        shared.settings().testTools()));
    }
}
