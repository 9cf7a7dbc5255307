package no.altinn.events.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.ExplainPush;
import no.altinn.events.delivery.NotPushed;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.delivery.Recipients;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.StartDeliveries;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.delivery.SweepProbes;
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
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.functions.UnroutedFunctions;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.LogDelivery;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.portal.Portal;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.publish.PublishPolicy;
import no.altinn.events.publish.RegisterAppEvent;
import no.altinn.events.query.AppReadPolicy;
import no.altinn.events.query.ReadEvents;
import no.altinn.events.query.ResourceReadPolicy;
import no.altinn.events.query.SealedCursors;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.subscription.AddSubscription;
import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.Subscribe;
import no.altinn.events.subscription.SubscribePolicy;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SweepValidations;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationLifecycle;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.MeteredFilterErrors;
import no.altinn.events.telemetry.OldestMessages;
import no.altinn.events.telemetry.RelayLag;
import no.altinn.events.telemetry.TracedWebhook;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.okhttp.OkHttpWebhook;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.Http;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.app.PublishedDocument;
import no.altinn.platform.app.UnroutedRequests;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.help.HelpPage;
import no.altinn.platform.help.HelpSubject;
import no.altinn.platform.help.Panel;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.register.CachedRegister;
import no.altinn.platform.seal.Seal;
import no.altinn.platform.start.WarmUp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/** The Events app's composition root: every object is made here, once, and given what it needs. */
public final class EventsApp implements FunctionInstanceInjector {
    /** The name that the app's spans and measures are recorded under. */
    static final String SCOPE = "no.altinn.events";

    /** The pause between two turns of {@link #upkeep}. */
    public static final Duration UPKEEP = Duration.ofSeconds(30);

    /** Where the documents that describe the API are. */
    private static final String HELP = "/no/altinn/events/help/";

    /** How long an attempt waits in line behind a slow endpoint before it is postponed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many deliveries or messages a sweep or a relay schedules side by side. */
    private static final int AT_ONCE = 32;

    /** How many of them may be of one subscription or resource: a quarter. */
    private static final int IN_LANE = 8;

    /** How many threads help with calls and scheduling, beside those for Event Grid and DNS. */
    private static final int MOST_THREADS = 128;

    /** How many calls of one kind are made at once for a batch of events. */
    private static final int CALLS_AT_ONCE = 16;

    private final EventsSettings settings;
    private final CountedAttempts counted;
    private final Adapters adapters;
    private final OpenTelemetry telemetry;
    private final Clock clock;
    private final CachedPolicyDecisionPoint decisions;
    private final CachedRegister register;
    private final Authentication authentication;
    private final Http http;
    private final EventSubjects subjects;
    private final SubscriptionAddress address;
    private final SubscriptionIndex index;
    private final AddressRule addresses;
    private final Signing signing;
    private final MalformedNotices notices;
    private final OwnSubscriptions own;
    private final Webhook webhook;
    private final EndPointCaller caller;
    private final BestEffortLog log;
    private final SideBySide calls;
    private final InLanes lanes;
    private final SweepForgotten sweep;
    private final MatchSubscriptions matching;
    private final PushPolicy pushPolicy;
    private final ValidateSubscription validation;
    private final ServedApp served;
    private final FunctionInstances functions;

    /**
     * Makes the app; no connection is opened before the first call.
     *
     * @param concurrency how many calls of endpoints the host can run at once
     */
    public EventsApp(
            EventsSettings settings,
            Adapters stores,
            Concurrency concurrency,
            OpenTelemetry telemetry,
            Clock clock) {
        CountedAttempts counted = new CountedAttempts(stores.statistics(), clock);
        Adapters adapters = stores.metered(counted, telemetry.getMeter(SCOPE), clock);
        Executor threads = CallThreads.named("calls", MOST_THREADS);
        PlatformServices platform = new PlatformServices(new PlatformHttp(), clock);
        CachedPolicyDecisionPoint decisions =
                platform.decisions(
                        settings.authorization(),
                        settings.decisionsRememberedFor(),
                        telemetry.getMeter(SCOPE),
                        threads);
        CachedRegister register =
                platform.register(settings.register(), adapters.platformAccessToken());
        this.authentication =
                platform.authentication(
                        settings.tokens(), settings.base(), adapters.certificates());
        Http http = new Http(authentication, new EventsErrors(), telemetry.getTracer(SCOPE), clock);
        this.settings = settings;
        this.counted = counted;
        this.adapters = adapters;
        this.telemetry = telemetry;
        this.clock = clock;
        this.decisions = decisions;
        this.register = register;
        this.http = http;
        this.subjects = new EventSubjects(register);
        this.address = new SubscriptionAddress(settings.base());
        this.index = new SubscriptionIndex(adapters.subscriptions(), clock);
        this.addresses = new AddressRule(settings.allowInsecureEndpoints());
        this.notices = new MalformedNotices(telemetry.getMeter(SCOPE));
        this.signing = new Signing(adapters, index, settings.base(), clock);
        this.own = new OwnSubscriptions(adapters.subscriptions(), index, signing.keys());
        this.webhook = new TracedWebhook(new OkHttpWebhook(addresses), telemetry.getTracer(SCOPE));
        this.caller =
                new EndPointCaller(
                        webhook, new EndPointPlaces(concurrency, PATIENCE, clock), clock);
        this.log = new BestEffortLog(adapters.log(), clock);
        this.calls = new SideBySide(threads, CALLS_AT_ONCE);
        this.lanes = new InLanes(threads, AT_ONCE, IN_LANE);
        this.sweep =
                new SweepForgotten(
                        new SweepDeliveries(adapters.deliveries(), adapters.queue(), lanes, clock),
                        new SweepValidations(
                                adapters.subscriptions(), adapters.validations(), lanes, clock),
                        new SweepProbes(adapters.subscriptions(), adapters.queue(), lanes));
        this.matching =
                new MatchSubscriptions(
                        index, register, new MeteredFilterErrors(telemetry.getMeter(SCOPE)));
        this.pushPolicy = new PushPolicy(decisions, subjects);
        this.validation = validation();
        this.served =
                new ServedApp(
                        settings,
                        adapters,
                        index,
                        signing.requests(),
                        caller,
                        log,
                        admission(),
                        calls,
                        clock);
        this.functions = functions();
    }

    private FunctionInstances functions() {
        PublishEvent publish =
                new PublishEvent(new PublishPolicy(decisions, subjects), adapters.events());
        RelayEvents relay = relay();
        ConsumersView view = view();
        List<Object> routed =
                List.of(
                        publishing(publish),
                        reading(),
                        subscribing(),
                        signing.secretFunctions(http, own),
                        view.health(),
                        new ServingFunctions(http, served.own(own, validation)),
                        view.lookingAtDeliveries(),
                        view.jobs(),
                        view.pulling(),
                        new PlatformFunctions(
                                http,
                                Set.copyOf(settings.tokens().accessTokenIssuers()),
                                publish,
                                relay,
                                validation,
                                new LogDelivery(adapters.log(), clock),
                                new EraseEvent(adapters.events())),
                        new DiagnosticFunctions(http),
                        documents(),
                        new HelpFunctions(http, help()),
                        new PortalFunctions(http, new Portal(settings.portal())));
        List<Object> functions = new ArrayList<>(routed);
        functions.add(new UnroutedFunctions(new UnroutedRequests(http, routed)));
        functions.add(triggers(relay));
        functions.add(signing.keyFunctions());
        functions.add(view.jobTriggers(notices));
        return FunctionInstances.of(functions.toArray());
    }

    private ConsumersView view() {
        return new ConsumersView(
                http,
                settings.base(),
                own,
                adapters,
                index,
                admission(),
                pushPolicy,
                webhook,
                endPointEvents(),
                signing.requests(),
                cursors(),
                counted,
                log,
                calls,
                lanes,
                telemetry.getMeter(SCOPE),
                clock);
    }

    private HelpPage help() {
        String api = settings.base().getRawPath() + "events/api/v1";
        return new HelpPage(
                new HelpSubject(
                        "Help: the Events API",
                        "Hjelp: Events-API-et",
                        api + "/help",
                        api + "/openapi.json",
                        api,
                        List.of(Panel.BEARER, Panel.PLATFORM_ACCESS_TOKEN, Panel.ACCEPT),
                        settings.testTools()));
    }

    private PublishFunctions publishing(PublishEvent publish) {
        return new PublishFunctions(
                http, publish, new RegisterAppEvent(adapters.events(), clock, UUID::randomUUID));
    }

    private ReadFunctions reading() {
        return new ReadFunctions(
                http,
                new ReadEvents(adapters.events(), clock),
                new ResourceReadPolicy(decisions, subjects),
                new AppReadPolicy(decisions),
                register,
                new PageAnswer(settings.base()),
                cursors());
    }

    private SealedCursors cursors() {
        return new SealedCursors(new Seal(adapters.cursorKeys(), new SecureRandom()));
    }

    private Admission admission() {
        return new Admission(matching, pushPolicy);
    }

    private SubscriptionFunctions subscribing() {
        return new SubscriptionFunctions(
                http,
                new Subscribe(
                        new AddSubscription(
                                adapters.subscriptions(), settings.maxSubscriptions(), clock),
                        new SubscribePolicy(decisions, subjects),
                        new EndPointRule(addresses),
                        settings.appsDomain(),
                        register,
                        signing.keys(),
                        validation),
                own,
                address);
    }

    private EndPointEvents endPointEvents() {
        return new EndPointEvents(address, UUID::randomUUID);
    }

    private DocumentFunctions documents() {
        return new DocumentFunctions(
                http,
                PublishedDocument.ofOpenApi(
                        EventsApp.class,
                        HELP + "openapi.json",
                        settings.base().resolve("events/api/v1")),
                PublishedDocument.of(EventsApp.class, HELP + "asyncapi.json", settings.base()));
    }

    private ValidateSubscription validation() {
        return new ValidateSubscription(
                new ValidationLifecycle(
                        adapters.subscriptions(), index, adapters.validations(), clock),
                endPointEvents(),
                signing.requests(),
                caller,
                log,
                clock);
    }

    private RelayEvents relay() {
        return new RelayEvents(
                new Recipients(matching, pushPolicy, new NotPushed(index), calls, clock),
                adapters.events(),
                new StartDeliveries(
                        adapters.deliveries(), adapters.outbound(), adapters.queue(), lanes, calls),
                adapters.queue(),
                lanes,
                log);
    }

    private TriggerFunctions triggers(RelayEvents relay) {
        return new TriggerFunctions(
                relay,
                new RelayLag(telemetry.getMeter(SCOPE), clock),
                notices,
                served.deliver(),
                sweep,
                new OldestMessages(adapters.queueAges(), telemetry.getMeter(SCOPE)),
                validation,
                served.probe(),
                served.release(),
                clock);
    }

    /**
     * Begins, beside the start, what the first call of a site would wait for. Each site gets its
     * own needs ready, because all share the few processors of an instance that starts.
     */
    public void warmUp(WarmUp warmUp, Site site) {
        if (site.answersRequests()) {
            warmUp.begin("Reading the keys of tokens", authentication::warmUp);
            warmUp.beginLater("Reading the keys of cursors", adapters.cursorKeys()::inUse);
            warmUp.beginLater("Reading the app's own keys", this::ownKeys);
        } else {
            warmUp.begin("Reading the app's own keys", this::ownKeys);
        }
    }

    /** What new subscriptions and deliveries, and calls of Register, would wait for. */
    private void ownKeys() {
        signing.warmUp();
        Objects.requireNonNull(adapters.platformAccessToken().get());
    }

    /**
     * Writes down what has waited in this process for long. Each process calls it from time to
     * time: a timer of the host would fire in one of them alone, and in no process of the API.
     */
    public void upkeep() {
        counted.writeOld();
    }

    /** Writes down what only this process knows, for a host that is about to end. */
    public void close() {
        counted.writeAll();
    }

    /** Finds forgotten work, for a host that knows when the process before has ended. */
    public SweepForgotten sweep() {
        return sweep;
    }

    /** Tells who got an event and who did not, for a host with a page for its developer. */
    public ExplainPush explainPush() {
        return new ExplainPush(matching, pushPolicy, adapters.deliveries());
    }

    /** Brings attempts of deliveries forward, for a host with a page for its developer. */
    public DueNow dueNow() {
        return new DueNow(adapters.deliveries(), adapters.queue(), clock);
    }

    /** Begins validations again, for a host with a page for its developer. */
    public ValidateSubscription validations() {
        return validation;
    }

    /** Forgets the remembered decisions, for a host that knows when policies have changed. */
    public void forgetDecisions() {
        decisions.forget();
    }

    /** Forgets the remembered parties, for a host that knows when they have changed. */
    public void forgetParties() {
        register.forget();
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
