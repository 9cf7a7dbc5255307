package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.azure.AzureSettings;
import no.altinn.events.azure.EmulatorSettings;
import no.altinn.events.azure.cosmos.Containers;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;

/**
 * What a deployed app stands on, as {@code Events__Backend} says: {@code azure}, or the {@code
 * emulators} of a developer's machine.
 */
public interface DeployedBackend {
    /** The setting. */
    String SETTING = "Events__Backend";

    /**
     * Opens the adapters.
     *
     * @param meter what they tell their metrics to
     * @param clock tells the time
     * @param warmUp what they have run once before the first call
     * @return they live with the process
     */
    Adapters open(Meter meter, Clock clock, WarmUp warmUp);

    /**
     * Reads the settings.
     *
     * @param reader collects what is wrong with them, for its own check
     * @return what opens the adapters that they name
     */
    static DeployedBackend read(SettingsReader reader) {
        String name = reader.text(SETTING, "azure");
        if (name.equals("emulators")) {
            EmulatorSettings emulators = EmulatorSettings.read(reader);
            requireDatabaseOfTrigger(reader, emulators.cosmos());
            return (meter, clock, warmUp) -> EmulatorAdapters.of(emulators, meter, clock);
        }
        if (!name.equals("azure")) {
            reader.wrong(SETTING + " must be azure or emulators");
        }
        AzureSettings azure = AzureSettings.read(reader);
        CosmosSettings cosmos = CosmosSettings.read(reader, Containers.DATABASE);
        requireDatabaseOfTrigger(reader, cosmos);
        return (meter, clock, warmUp) -> AzureAdapters.of(azure, cosmos, meter, clock, warmUp);
    }

    private static void requireDatabaseOfTrigger(SettingsReader reader, CosmosSettings cosmos) {
        if (!cosmos.database().equals(Containers.DATABASE)) {
            reader.wrong(
                    "Cosmos__Database must be " + Containers.DATABASE + ", as the trigger's is");
        }
    }
}
