package no.altinn.events.app;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.webhook.places.Concurrency;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.ClassList;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Map;

/**
 * The Events app as it runs in Azure, and under the Functions host anywhere else. The worker finds
 * it by its registration in {@code META-INF/services} and makes one of it. A setting that is
 * missing or wrong makes every call fail; all of them are named in one message.
 */
public final class DeployedEventsApp extends DeployedApp {
    /** What a process loads until it has published its first event; {@code bench/} writes it. */
    private static final String FIRST_PUBLISH = "first-publish.classes";

    /** Starts the app with the settings of the environment. */
    public DeployedEventsApp() {
        this(System.getenv(), Clock.systemUTC(), WarmUp.inBackground());
    }

    DeployedEventsApp(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        super(() -> start(environment, clock, warmUp));
    }

    private static EventsApp start(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        warmUp.begin("Loading classes", () -> firstPublish().load());
        SettingsReader reader = new SettingsReader(environment);
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
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "close"));
        return app;
    }

    static ClassList firstPublish() {
        return ClassList.beside(DeployedEventsApp.class, FIRST_PUBLISH);
    }
}
