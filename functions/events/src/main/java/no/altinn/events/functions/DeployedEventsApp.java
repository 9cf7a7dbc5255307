package no.altinn.events.functions;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.azure.AzureSettings;
import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.azure.cosmos.CosmosSettings;
import no.altinn.platform.functions.DeployedApp;
import no.altinn.platform.settings.SettingsReader;

import java.time.Clock;
import java.util.Map;

/**
 * The Events app as it runs in Azure. The Functions worker finds it by its registration in {@code
 * META-INF/services} and makes one of it. A setting that is missing or wrong makes every call fail;
 * all of them are named in one message.
 */
public final class DeployedEventsApp extends DeployedApp {

    /** Starts the app with the settings of the environment. */
    public DeployedEventsApp() {
        this(System.getenv(), Clock.systemUTC());
    }

    DeployedEventsApp(Map<String, String> environment, Clock clock) {
        super(() -> start(environment, clock));
    }

    private static EventsApp start(Map<String, String> environment, Clock clock) {
        SettingsReader reader = new SettingsReader(environment);
        EventsSettings settings = EventsSettings.read(reader);
        AzureSettings azure = AzureSettings.read(reader);
        CosmosSettings cosmos = CosmosSettings.read(reader);
        if (!cosmos.database().equals(Containers.DATABASE)) {
            reader.wrong(
                    "Cosmos__Database must be " + Containers.DATABASE + ", as the trigger's is");
        }
        reader.check();
        OpenTelemetry telemetry = GlobalOpenTelemetry.get();
        return new EventsApp(
                settings,
                AzureAdapters.of(azure, cosmos, telemetry.getMeter(EventsApp.SCOPE), clock),
                telemetry,
                clock);
    }
}
