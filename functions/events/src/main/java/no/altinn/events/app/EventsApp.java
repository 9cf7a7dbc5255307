package no.altinn.events.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.delivery.Recipients;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.functions.DiagnosticFunctions;
import no.altinn.events.functions.PageAnswer;
import no.altinn.events.functions.PlatformFunctions;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.events.functions.ReadFunctions;
import no.altinn.events.functions.SubscriptionFunctions;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogDelivery;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.publish.PublishPolicy;
import no.altinn.events.publish.RegisterAppEvent;
import no.altinn.events.query.AppReadPolicy;
import no.altinn.events.query.ReadEvents;
import no.altinn.events.query.ResourceReadPolicy;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.SubscribePolicy;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationEvents;
import no.altinn.events.subscription.ValidationLifecycle;
import no.altinn.events.telemetry.RelayLag;
import no.altinn.events.telemetry.TracedWebhook;
import no.altinn.events.webhook.AddressRule;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.EndPointRule;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.okhttp.OkHttpWebhook;
import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.Http;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The Events app's composition root: every object is made here, once, and given what it needs. */
public final class EventsApp implements FunctionInstanceInjector {
    /** What the app's spans and measures are told to be of. */
    static final String SCOPE = "no.altinn.events";

    private final FunctionInstances functions;

    /** Makes the app; no connection is opened before the first call. */
    public EventsApp(
            EventsSettings settings, Adapters stores, OpenTelemetry telemetry, Clock clock) {
        Adapters adapters = stores.metered(telemetry.getMeter(SCOPE));
        PlatformServices platform = new PlatformServices(new PlatformHttp(), clock);
        PolicyDecisionPoint decisions =
                platform.decisions(settings.authorization(), telemetry.getMeter(SCOPE));
        Register register = platform.register(settings.register(), adapters.platformAccessToken());
        Http http =
                new Http(
                        platform.authentication(
                                settings.tokens(), settings.base(), adapters.certificates()),
                        new EventsErrors(),
                        telemetry.getTracer(SCOPE),
                        clock);
        // Given as a source of numbers, not of threads: each call takes its own thread's.
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

        AddressRule addresses = new AddressRule(settings.allowInsecureEndpoints());
        Webhook webhook =
                new TracedWebhook(new OkHttpWebhook(addresses), telemetry.getTracer(SCOPE));
        EndPointCaller caller = new EndPointCaller(webhook, clock);
        EventSubjects subjects = new EventSubjects(register);
        SubscriptionAddress address = new SubscriptionAddress(settings.base());
        SubscriptionIndex index = new SubscriptionIndex(adapters.subscriptions(), clock);

        BestEffortLog log = new BestEffortLog(adapters.log(), clock);
        ValidateSubscription validation =
                new ValidateSubscription(
                        new ValidationLifecycle(
                                adapters.subscriptions(), index, adapters.validations(), clock),
                        new ValidationEvents(address, UUID::randomUUID),
                        caller,
                        log,
                        clock);
        Subscribe subscribe =
                new Subscribe(
                        adapters.subscriptions(),
                        new SubscribePolicy(decisions, subjects),
                        new EndPointRule(addresses),
                        settings.appsDomain(),
                        register,
                        validation,
                        clock);
        RelayEvents relay =
                new RelayEvents(
                        new Recipients(
                                new MatchSubscriptions(index, register),
                                new PushPolicy(decisions, subjects),
                                clock),
                        adapters.events(),
                        adapters.deliveries(),
                        adapters.outbound(),
                        adapters.queue(),
                        log);
        DeliverEvent deliver =
                new DeliverEvent(
                        adapters.events(),
                        index,
                        new DeliveryLifecycle(
                                adapters.deliveries(),
                                adapters.queue(),
                                PushSchedule.TWELVE_ATTEMPTS,
                                random,
                                clock),
                        caller,
                        log);
        PublishEvent publish =
                new PublishEvent(new PublishPolicy(decisions, subjects), adapters.events());

        this.functions =
                FunctionInstances.of(
                        new PublishFunctions(
                                http,
                                publish,
                                new RegisterAppEvent(adapters.events(), clock, UUID::randomUUID)),
                        new ReadFunctions(
                                http,
                                new ReadEvents(adapters.events(), clock),
                                new ResourceReadPolicy(decisions, subjects),
                                new AppReadPolicy(decisions),
                                register,
                                new PageAnswer(settings.base())),
                        new SubscriptionFunctions(
                                http,
                                subscribe,
                                new OwnSubscriptions(adapters.subscriptions(), index),
                                address),
                        new PlatformFunctions(
                                http,
                                Set.copyOf(settings.tokens().accessTokenIssuers()),
                                publish,
                                relay,
                                validation,
                                new LogDelivery(adapters.log(), clock)),
                        new DiagnosticFunctions(http),
                        new TriggerFunctions(
                                relay,
                                new RelayLag(telemetry.getMeter(SCOPE), clock),
                                deliver,
                                new SweepDeliveries(adapters.deliveries(), adapters.queue(), clock),
                                validation,
                                clock));
    }

    /**
     * The one instance of a function class.
     *
     * @throws IllegalArgumentException if this app has no such class
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functions.getInstance(functionClass);
    }
}
