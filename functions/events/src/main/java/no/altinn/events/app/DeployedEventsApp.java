package no.altinn.events.app;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.webhook.places.Concurrency;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.ClassList;
import no.altinn.platform.start.Recurring;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * The Events app as it runs in Azure, and under the Functions host anywhere else. The worker finds
 * it by its registration in {@code META-INF/services} and makes one of it. A setting that is
 * missing or wrong makes every call fail; all of them are named in one message.
 */
public final class DeployedEventsApp extends DeployedApp {
    /** What a process loads until it has published its first event; {@code bench/} writes it. */
    private static final String FIRST_PUBLISH = "first-publish.classes";

    /** The settings that only functions with HTTP triggers need. */
    private static final Set<String> OF_REQUESTS =
            Set.of(
                    "Platform__OpenIdBaseUri",
                    "Platform__Issuers",
                    "Platform__AccessTokenIssuers",
                    "Events__AppsDomain",
                    "Authentication__IdPortenIssuer",
                    "KeyVault__CursorKey");

    /** Starts the app with the settings of the environment. */
    public DeployedEventsApp() {
        super(() -> started(System.getenv(), Clock.systemUTC()));
    }

    DeployedEventsApp(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        super(() -> start(environment, clock, warmUp));
    }

    private static EventsApp started(Map<String, String> environment, Clock clock) {
        EventsApp app = start(environment, clock, WarmUp.inBackground());
        Recurring upkeep = Recurring.every(EventsApp.UPKEEP, app::upkeep);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    upkeep.close();
                                    app.close();
                                },
                                "close"));
        return app;
    }

    private static EventsApp start(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        warmUp.begin("Loading classes", () -> firstPublish().load());
        Site site = Site.of(environment);
        SettingsReader reader = reader(environment, site);
        EventsSettings settings = EventsSettings.read(reader);
        DeployedBackend backend = DeployedBackend.read(reader);
        reader.check();
        OpenTelemetry telemetry = GlobalOpenTelemetry.get();
        EventsApp app =
                new EventsApp(
                        settings,
                        backend.open(telemetry.getMeter(EventsApp.SCOPE), clock, warmUp),
                        Concurrency.FUNCTIONS_HOST,
                        telemetry,
                        clock);
        app.warmUp(warmUp, site);
        return app;
    }

    /** The worker is not stopped by what it never uses. */
    private static SettingsReader reader(Map<String, String> environment, Site site) {
        SettingsReader reader = new SettingsReader(environment);
        return site.answersRequests() ? reader : reader.without(OF_REQUESTS);
    }

    static ClassList firstPublish() {
        return ClassList.beside(DeployedEventsApp.class, FIRST_PUBLISH);
    }
}
