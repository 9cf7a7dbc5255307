package no.altinn.rest.app;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Map;

/**
 * The REST app as it runs in Azure, and under the Functions host anywhere else. The worker finds it
 * by its registration in {@code META-INF/services} and makes one of it. A setting that is missing
 * or wrong makes every call fail; all of them are named in one message.
 */
public final class DeployedRestApp extends DeployedApp {

    /** Starts the app with the settings of the environment. */
    public DeployedRestApp() {
        this(System.getenv(), Clock.systemUTC(), WarmUp.inBackground());
    }

    DeployedRestApp(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        super(() -> start(environment, clock, warmUp));
    }

    private static RestApp start(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        SettingsReader reader = new SettingsReader(environment);
        RestSettings settings = RestSettings.read(reader);
        RestBackend backend = RestBackend.read(reader);
        reader.check();
        OpenTelemetry telemetry = GlobalOpenTelemetry.get();
        RestApp app =
                new RestApp(
                        settings,
                        backend.open(telemetry.getMeter(RestApp.SCOPE), clock, warmUp),
                        telemetry,
                        clock);
        app.warmUp(warmUp);
        return app;
    }
}
