package no.altinn.rest.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.app.RequestSpans;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.rest.access.Caller;
import no.altinn.rest.access.Callers;
import no.altinn.rest.application.Applications;
import no.altinn.rest.door.Category;
import no.altinn.rest.door.Door;
import no.altinn.rest.door.PlatformTokens;
import no.altinn.rest.door.Router;
import no.altinn.rest.door.Routes;
import no.altinn.rest.endpoint.application.ApplicationRoutes;
import no.altinn.rest.endpoint.home.HomeRoutes;
import no.altinn.rest.functions.RelayFunctions;
import no.altinn.rest.functions.RestFunctions;
import no.altinn.rest.happening.RelayBox;
import no.altinn.rest.lookup.HttpEventsApi;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The composition root of the REST function app: one instance of each function class. */
public final class RestApp implements FunctionInstanceInjector {
    static final String SCOPE = "no.altinn.rest";

    /** How many calls of a batch are under way at once. */
    private static final int EVENTS_AT_ONCE = 16;

    private final FunctionInstances functions;

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
        List<Routes> routes = List.of(new HomeRoutes(), new ApplicationRoutes(applications));
        Door door =
                new Door(
                        new Router(routes),
                        new Door.Guards(
                                applications,
                                request -> new Callers.Login(new Caller.Nobody(), Optional.empty()),
                                new PlatformTokens(
                                        services.authentication(
                                                settings.tokens(),
                                                settings.base(),
                                                adapters.certificates()),
                                        settings.tokens().accessTokenIssuers()),
                                new Unregistered(),
                                caller -> Optional.empty(),
                                settings.base()),
                        new RestErrors());
        this.functions =
                FunctionInstances.of(
                        new RestFunctions(
                                door, new RequestSpans(telemetry.getTracer(SCOPE)), clock),
                        new RelayFunctions(relay(settings, adapters, platform, clock)));
    }

    private static RelayBox relay(
            RestSettings settings, RestAdapters adapters, PlatformHttp platform, Clock clock) {
        return new RelayBox(
                new HttpEventsApi(
                        platform,
                        settings.events().base(),
                        settings.events().subscriptionKey(),
                        adapters.platformAccessToken()),
                settings.base().resolve("api/"),
                new SideBySide(CallThreads.named("events", EVENTS_AT_ONCE), EVENTS_AT_ONCE),
                clock);
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
