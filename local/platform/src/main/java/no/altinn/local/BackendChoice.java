package no.altinn.local;

import no.altinn.local.azure.AzureBackend;
import no.altinn.local.azure.AzureBackendSettings;
import no.altinn.local.backend.Backend;
import no.altinn.local.store.Retention;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.settings.SettingsReader;

import java.nio.file.Path;
import java.time.Clock;

/** Where events are kept, as {@code Events__Backend} says: on this machine, or in Azure. */
interface BackendChoice {
    /**
     * Opens the chosen backend.
     *
     * @param data the platform's folder
     */
    Backend open(Path data, Clock clock);

    /**
     * Reads the settings; the reader collects what is wrong with them, for its own check.
     *
     * @param retention how long data is kept on this machine; services keep it as they are set up
     */
    static BackendChoice read(SettingsReader reader, Retention retention) {
        String name = reader.text("Events__Backend", "local");
        if (name.equals("azure")) {
            AzureBackendSettings azure = AzureBackendSettings.read(reader);
            return (data, clock) -> AzureBackend.open(azure, clock);
        }
        if (!name.equals("local")) {
            reader.wrong("Events__Backend must be local or azure");
        }
        return (data, clock) -> SqliteStores.open(data, clock, retention);
    }
}
