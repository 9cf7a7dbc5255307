package no.altinn.local;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.authentication.app.AuthenticationAdapters;
import no.altinn.authentication.app.AuthenticationApp;
import no.altinn.authentication.app.AuthenticationSettings;
import no.altinn.events.app.Adapters;
import no.altinn.events.app.EventsApp;
import no.altinn.events.app.EventsSettings;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.local.backend.Backend;
import no.altinn.local.desk.Desk;
import no.altinn.local.desk.Guides;
import no.altinn.local.desk.Signpost;
import no.altinn.local.host.CloseStack;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.apps.AppHost;
import no.altinn.local.host.apps.HostedApp;
import no.altinn.local.host.eventgrid.EventGrid;
import no.altinn.local.host.eventgrid.EventGridLimits;
import no.altinn.local.host.http.CallTime;
import no.altinn.local.host.http.Front;
import no.altinn.local.host.http.LocalServer;
import no.altinn.local.host.http.ServerIdentity;
import no.altinn.local.host.queue.QueuePump;
import no.altinn.local.identity.LocalKeys;
import no.altinn.local.standins.StandIns;
import no.altinn.local.standins.TestFiles;
import no.altinn.local.store.Retention;
import no.altinn.platform.auth.PlatformAccessTokenSource;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.Recurring;
import no.altinn.rest.app.RestApp;
import no.altinn.rest.app.RestSettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The whole system in one process: the function apps, their triggers and stores, and stand-ins for
 * the rest of the platform. A developer's tool; it is never deployed.
 */
public final class LocalPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPlatform.class);
    private static final String AUTHENTICATION = "authentication";

    private final CloseStack parts = new CloseStack();
    private final URI base;
    private final Optional<URI> secureBase;
    private final int functions;
    private final String policies;

    /**
     * Starts everything; it is ready when this returns.
     *
     * @param environment the environment variables, which win over the settings file
     * @throws IllegalStateException if the port is taken, the data directory in use, or a file with
     *     settings, policies or parties is missing or cannot be read
     * @throws no.altinn.platform.settings.InvalidSettings naming every setting that is wrong
     */
    public static LocalPlatform start(
            LocalOptions options, Map<String, String> environment, Clock clock) {
        return start(options, environment, clock, UnaryOperator.identity());
    }

    /**
     * The same over another backend.
     *
     * @param over makes it of the one that the settings name
     */
    static LocalPlatform start(
            LocalOptions options,
            Map<String, String> environment,
            Clock clock,
            UnaryOperator<Backend> over) {
        return new LocalPlatform(options, environment, clock, over);
    }

    private LocalPlatform(
            LocalOptions options,
            Map<String, String> environment,
            Clock clock,
            UnaryOperator<Backend> over) {
        try {
            DataDirectory data = parts.add(DataDirectory.open(options.data()));
            LocalServer server =
                    parts.add(LocalServer.bindWithSecure(options.address(), options.port()));
            base = server.base();
            secureBase = server.secureBase();
            LocalSettings settings =
                    LocalSettings.read(options.home(), environment).listeningAt(base);
            SettingsReader reader = new SettingsReader(TestTrust.undecided(settings.values()));
            EventsSettings eventsSettings = EventsSettings.read(reader);
            AuthenticationSettings authenticationSettings = AuthenticationSettings.read(reader);
            Retention retention = retention(reader);
            BackendChoice choice = BackendChoice.read(reader, retention);
            RestSettings.read(reader);
            reader.check();
            warnOfUnknown(settings);
            warnOfTakenPort();
            LoopHealth health = new LoopHealth(clock);
            TestFiles files =
                    parts.add(
                            new TestFiles(
                                    options.policyPlaces(), options.partyPlaces(), health, clock));
            policies = files.policies().place();
            // A failed start must reset nothing, and from here on all settings and files are
            // known to be right.
            if (options.reset()) {
                data.reset();
            }
            OpeningKeys opening = parts.add(new OpeningKeys(data.path(), clock));
            Backend backend = parts.add(over.apply(choice.open(data.path(), clock)));
            LocalRest.fill(backend, files.parties().get(), options.servicePlaces(), base, clock);
            LocalKeys keys = opening.get();
            EventGrid eventGrid = new EventGrid();
            PumpRelay relay =
                    new PumpRelay(eventGrid.topic(BackendSources.EVENTS), backend.retries(), clock);
            EventsApp events =
                    new EventsApp(
                            eventsSettings,
                            adapters(backend, relay, keys, clock),
                            new Concurrency(
                                    EventGridLimits.DEFAULT.inFlight(), QueuePump.IN_FLIGHT),
                            OpenTelemetry.noop(),
                            clock);
            parts.add(events::close);
            parts.add(Recurring.every(EventsApp.UPKEEP, events::upkeep));
            AuthenticationApp authentication =
                    new AuthenticationApp(
                            authenticationSettings,
                            new AuthenticationAdapters(
                                    keys, platformAccessToken(AUTHENTICATION, keys, clock)),
                            OpenTelemetry.noop(),
                            clock);
            RestApp rest =
                    LocalRest.app(
                            RestSettings.read(TestTrust.decided(settings.values(), keys)),
                            backend,
                            keys,
                            platformAccessToken(LocalRest.NAME, keys, clock),
                            clock);
            forgetWhenChanged(files, events, authentication, rest);
            AppHost host =
                    AppHost.load(
                            List.of(
                                    new HostedApp(
                                            BackendSources.EVENTS,
                                            "no.altinn.events.functions",
                                            events,
                                            CallTime.WITH_HEAD),
                                    new HostedApp(
                                            AUTHENTICATION,
                                            "no.altinn.authentication.functions",
                                            authentication,
                                            CallTime.WITH_HEAD),
                                    LocalRest.hosted(rest)),
                            settings::find,
                            health);
            functions = host.functions();
            Instant started = clock.instant();
            server.start(
                    new ServerIdentity(keys.server().privateKey(), keys.server().certificate()),
                    RestRefusals.byAddress(),
                    host.handler(BackendSources.EVENTS),
                    host.handler(AUTHENTICATION),
                    HealthReport.handler(health),
                    StandIns.handler(files, data.path(), keys, base, clock),
                    Desk.handler(
                            backend,
                            events.explainPush(),
                            events.dueNow(),
                            events.validations()::start,
                            clock),
                    new Guides(options.home()).handler(),
                    Signpost.handler(),
                    // Last, since it takes whatever is left of /api/, and the test tools are there.
                    new Front(
                            host.handler(LocalRest.NAME),
                            LocalRest.UPLOADS,
                            backend.fileTransfer(),
                            new RestRefusals()));
            // The server was bound before the backend was opened, but must stop before that closes.
            parts.add(server);
            parts.add(host.startTriggers(new BackendSources(backend), eventGrid, clock));
            parts.add(new Upkeep(backend, events.sweep(), started, retention, clock, health));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void warnOfTakenPort() {
        if (secureBase.isEmpty()) {
            LOG.warn(
                    "Port {} is taken, so that clients cannot speak TLS and show certificates.",
                    base.getPort() + 1);
        }
    }

    private static void warnOfUnknown(LocalSettings settings) {
        List<String> unknown = settings.unknown();
        if (!unknown.isEmpty()) {
            LOG.warn("No app knows these settings: {}", String.join(", ", unknown));
        }
    }

    private static void forgetWhenChanged(
            TestFiles files, EventsApp events, AuthenticationApp authentication, RestApp rest) {
        files.policies().onChange(events::forgetDecisions);
        files.parties().onChange(events::forgetParties);
        // Who asks and whom an event is about decide, too.
        files.parties().onChange(events::forgetDecisions);
        files.parties().onChange(authentication::forgetServiceOwners);
        files.parties().onChange(rest::forgetParties);
    }

    private static Adapters adapters(
            Backend backend, PumpRelay relay, LocalKeys keys, Clock clock) {
        return new Adapters(
                backend.events(),
                backend.subscriptions(),
                backend.deliveries(),
                backend.rates(),
                backend.log(),
                backend.statistics(),
                backend.jobs(),
                relay,
                backend.retries(),
                backend.validations(),
                backend.queueAges(),
                keys,
                platformAccessToken(BackendSources.EVENTS, keys, clock),
                keys.cursorKeys(),
                backend.keyRecords(),
                keys.webhookKey());
    }

    /** Signs the tokens that one app shows to the rest of the platform. */
    private static Supplier<String> platformAccessToken(String app, LocalKeys keys, Clock clock) {
        SigningKey platform = keys.platformIssuer("platform").orElseThrow();
        return new PlatformAccessTokenSource(app, platform.privateKey(), platform.kid(), clock)
                ::token;
    }

    private static Retention retention(SettingsReader reader) {
        Duration usual = Retention.USUAL.longest();
        return new Retention(reader.duration("Local__Retention", usual, Retention.SHORTEST, usual));
    }

    /** The platform's address, with a slash at the end. */
    public URI base() {
        return base;
    }

    /** Where clients speak TLS and may show certificates; empty if that port was taken. */
    public Optional<URI> secureBase() {
        return secureBase;
    }

    /** How many functions the platform hosts. */
    public int functions() {
        return functions;
    }

    /** Where the policies were read that were in force at the start. */
    public String policies() {
        return policies;
    }

    /** Stops the latest part first. Acknowledged events stay in the data directory. */
    @Override
    public void close() {
        parts.close();
    }
}
