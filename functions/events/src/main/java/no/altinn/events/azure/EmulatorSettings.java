package no.altinn.events.azure;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.Emulators;
import no.altinn.platform.azure.cosmos.CosmosEmulator;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.keyfile.NamedKeyFile;
import no.altinn.platform.keyfile.PlatformKeys;
import no.altinn.platform.settings.SettingsReader;

import java.util.Optional;

/**
 * Where the Events app finds the emulators of one machine, and its keys. Nothing that these
 * settings can name is in Azure. Immutable.
 *
 * @param cosmos the emulator of Cosmos DB
 * @param queues Azurite
 * @param keys empty only while the reader holds an error about them
 */
public record EmulatorSettings(
        CosmosSettings cosmos, AzureConnection queues, Optional<PlatformKeys> keys) {

    /** Reads the settings; the reader collects what is wrong with them, for its own check. */
    public static EmulatorSettings read(SettingsReader reader) {
        return new EmulatorSettings(
                CosmosEmulator.read(reader, Containers.DATABASE),
                Emulators.queues(reader),
                NamedKeyFile.read(reader));
    }
}
