package no.altinn.rest.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.Emulators;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosEmulator;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.keyfile.NamedKeyFile;
import no.altinn.platform.keyfile.PlatformKeys;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;
import no.altinn.rest.azure.BlobFiles;
import no.altinn.rest.azure.VaultKeys;
import no.altinn.rest.azure.VaultSettings;
import no.altinn.rest.azure.cosmos.CosmosEntryStore;
import no.altinn.rest.azure.cosmos.RestContainers;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.Optional;

/**
 * What a deployed app stands on: Azure, or the emulators of a developer's machine where keys are in
 * a file.
 */
interface RestBackend {
    /** The app's name in its platform access tokens. */
    String APP = "rest";

    /** The adapters; they live with the process. What a first call waits for may be begun. */
    RestAdapters open(Meter meter, Clock clock, WarmUp warmUp);

    /** Reads the settings; the reader collects what is wrong with them, for its own check. */
    static RestBackend read(SettingsReader reader) {
        return NamedKeyFile.isNamed(reader) ? emulators(reader) : azure(reader);
    }

    private static RestBackend azure(SettingsReader reader) {
        VaultSettings vault = VaultSettings.read(reader);
        // The account of the events; the database is this app's own.
        CosmosSettings cosmos = CosmosSettings.read(reader, Tables.DATABASE).with(Tables.DATABASE);
        AzureConnection blobs = AzureConnection.ofBlobs(reader);
        return (meter, clock, warmUp) -> {
            VaultKeys keys = VaultKeys.open(vault, clock);
            BlobFiles files = BlobFiles.in(blobs, vault.clientId(), clock);
            CosmosEntryStore entries =
                    new CosmosEntryStore(new CosmosConnection(cosmos), meter, clock);
            warmUp.begin("Connecting to the database", entries::warmUp);
            keys.warmUp(warmUp);
            return new RestAdapters(
                    entries,
                    files,
                    files.transfers(),
                    keys.certificates(),
                    keys.platformAccessTokens(),
                    keys.cookieKeys());
        };
    }

    /** Opening it makes the database where it is missing, for which the emulator must be there. */
    private static RestBackend emulators(SettingsReader reader) {
        Optional<PlatformKeys> file = NamedKeyFile.read(reader);
        CosmosSettings cosmos = CosmosEmulator.read(reader, Tables.DATABASE).with(Tables.DATABASE);
        AzureConnection blobs = Emulators.blobs(reader);
        return (meter, clock, warmUp) -> {
            PlatformKeys keys = file.orElseThrow();
            BlobFiles files = BlobFiles.in(blobs, "", clock);
            return new RestAdapters(
                    new CosmosEntryStore(
                            CosmosEmulator.open(cosmos, RestContainers.ALL), meter, clock),
                    files,
                    files.transfers(),
                    keys,
                    keys.platformAccessTokens(APP, clock),
                    keys.cookieKeys());
        };
    }
}
