package no.altinn.rest.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.app.RequestSpans;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.outbound.AddressRule;
import no.altinn.platform.outbound.EndPointRule;
import no.altinn.platform.start.WarmUp;
import no.altinn.rest.access.Reportees;
import no.altinn.rest.application.Applications;
import no.altinn.rest.application.KnownApplications;
import no.altinn.rest.catalogue.StoredCatalogue;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Door;
import no.altinn.rest.door.PlatformTokens;
import no.altinn.rest.door.Route;
import no.altinn.rest.door.Router;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.application.ApplicationRoutes;
import no.altinn.rest.endpoint.catalogue.CatalogueRoutes;
import no.altinn.rest.endpoint.help.HelpRoutes;
import no.altinn.rest.endpoint.home.HomeRoutes;
import no.altinn.rest.endpoint.openapi.OldHelp;
import no.altinn.rest.endpoint.openapi.OpenApiRoutes;
import no.altinn.rest.file.ArrivalNames;
import no.altinn.rest.file.Arrivals;
import no.altinn.rest.functions.RelayFunctions;
import no.altinn.rest.functions.RestFunctions;
import no.altinn.rest.functions.UpkeepFunctions;
import no.altinn.rest.happening.HappeningFeed;
import no.altinn.rest.happening.RelayBox;
import no.altinn.rest.lookup.HttpEventsApi;
import no.altinn.rest.lookup.PlatformService;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The composition root of the REST function app: one instance of each function class. */
public final class RestApp implements FunctionInstanceInjector {
    static final String SCOPE = "no.altinn.rest";

    /** How many calls of a batch are under way at once. */
    private static final int EVENTS_AT_ONCE = 16;

    private final FunctionInstances functions;
    private final LoginParts logins;
    private final PartyParts parties;
    private final Router router;

    /** Makes the app; no connection is opened before the first call. */
    public RestApp(
            RestSettings settings, RestAdapters adapters, OpenTelemetry telemetry, Clock clock) {
        PlatformHttp platform = new PlatformHttp();
        PlatformServices services = new PlatformServices(platform, clock);
        EntryStore entries = adapters.entries();
        Applications applications =
                new Applications(
                        entries.of(Tables.APPLICATIONS),
                        Category.grants(),
                        UUID::randomUUID,
                        clock);
        this.logins = logins(settings, adapters, applications, platform, clock);
        AddressRule addresses = new AddressRule(settings.allowInsecureEndpoints());
        StoredCatalogue catalogue =
                new StoredCatalogue(
                        entries.of(Tables.SERVICES), new EndPointRule(addresses)::fault, clock);
        this.parties =
                new PartyParts(
                        settings.parties(),
                        entries,
                        adapters.platformAccessToken(),
                        platform,
                        CallThreads.named("parties", PartyParts.LOOKUPS_AT_ONCE),
                        clock);
        AuthorizationParts authorization =
                new AuthorizationParts(
                        new AuthorizationParts.Ground(
                                entries,
                                catalogue,
                                parties.externalRoles(),
                                parties.externalParties(),
                                parties.known(),
                                logins.users(),
                                parties.profiles()),
                        clock);
        Reportees reportees = parties.reportees(authorization.delegatedParties());
        MessageBox messages =
                new MessageBox(
                        new MessageBox.Needs(
                                entries,
                                adapters.files(),
                                adapters.transfers(),
                                authorization.permissions(),
                                catalogue,
                                reportees,
                                MessageBox::anyNumber,
                                clock));
        OutsideParts outside =
                new OutsideParts(
                        new OutsideParts.Ground(
                                messages.messages(),
                                authorization.permissions(),
                                catalogue,
                                reportees,
                                applications::find),
                        OutsideParts.Services.over(addresses),
                        clock);
        List<Routes> routes = new ArrayList<>(logins.routes());
        routes.add(new HomeRoutes());
        routes.add(new ApplicationRoutes(applications));
        routes.addAll(CatalogueRoutes.of(catalogue));
        routes.addAll(
                parties.routes(reportees, authorization.permissions(), catalogue, logins.users()));
        routes.addAll(authorization.routes(reportees));
        routes.addAll(messages.routes());
        routes.addAll(
                new BrokerParts(
                                new BrokerParts.Needs(
                                        entries,
                                        adapters.transfers(),
                                        authorization.rules(),
                                        authorization.permissions(),
                                        catalogue,
                                        reportees,
                                        BrokerParts::anyNumber,
                                        clock))
                        .routes());
        routes.addAll(outside.routes());
        routes.add(new OpenApiRoutes(this::routes));
        routes.add(
                new HelpRoutes(settings.base(), settings.testTools(), new OldHelp(this::routes)));
        this.router = new Router(routes);
        Door door =
                new Door(
                        router,
                        new Door.Guards(
                                applications,
                                logins.callers(),
                                new PlatformTokens(
                                        services.authentication(
                                                settings.tokens(),
                                                settings.base(),
                                                adapters.certificates()),
                                        settings.tokens().accessTokenIssuers()),
                                reportees,
                                arrivals(adapters, clock),
                                logins.languages()::of,
                                settings.base()),
                        new RestErrors());
        this.functions =
                FunctionInstances.of(
                        new RestFunctions(
                                door, new RequestSpans(telemetry.getTracer(SCOPE)), clock),
                        new RelayFunctions(
                                relay(settings, adapters, platform, clock),
                                new HappeningFeed(entries.of(Tables.HAPPENINGS), clock)),
                        new UpkeepFunctions(adapters.files()));
    }

    private static LoginParts logins(
            RestSettings settings,
            RestAdapters adapters,
            KnownApplications applications,
            PlatformHttp platform,
            Clock clock) {
        return new LoginParts(
                settings.base(),
                settings.tokens(),
                settings.logins(),
                new LoginParts.Ground(
                        adapters.entries(), adapters.cookieKeys(), adapters.platformAccessToken()),
                applications,
                platform,
                clock);
    }

    private static Arrivals arrivals(RestAdapters adapters, Clock clock) {
        return new Arrivals(
                adapters.files(),
                adapters.transfers(),
                new ArrivalNames(adapters.cookieKeys(), new SecureRandom(), clock));
    }

    private static RelayBox relay(
            RestSettings settings, RestAdapters adapters, PlatformHttp platform, Clock clock) {
        return new RelayBox(
                new HttpEventsApi(
                        new PlatformService(
                                platform,
                                settings.events().base(),
                                settings.events().subscriptionKey(),
                                adapters.platformAccessToken())),
                settings.base().resolve("api/"),
                new SideBySide(CallThreads.named("events", EVENTS_AT_ONCE), EVENTS_AT_ONCE),
                clock);
    }

    /** Begins, beside the start, what the first request would wait for. */
    public void warmUp(WarmUp warmUp) {
        warmUp.begin("Reading the keys of tokens", logins::warmUp);
    }

    /** Every route, in the order in which they are tried. */
    public List<Route> routes() {
        return router.routes();
    }

    /** Forgets what is known of parties, for a caller who knows that it has changed. */
    public void forgetParties() {
        parties.forget();
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
