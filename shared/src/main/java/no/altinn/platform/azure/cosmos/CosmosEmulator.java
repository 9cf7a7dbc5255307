package no.altinn.platform.azure.cosmos;

import no.altinn.platform.settings.SettingsReader;

import java.util.List;

/**
 * The emulator of Cosmos DB on this machine. It is empty whenever it starts, so an app makes the
 * databases and containers that it needs.
 */
public final class CosmosEmulator {
    private static final String SETTING = "Cosmos";

    private CosmosEmulator() {}

    /**
     * Reads the settings of {@link CosmosSettings}, which must name an emulator here. The reader
     * gathers what is wrong with them.
     */
    public static CosmosSettings read(SettingsReader reader, String database) {
        CosmosSettings cosmos = CosmosSettings.read(reader, database);
        boolean isMissing =
                reader.text(SETTING, "").isEmpty()
                        && reader.text(SETTING + "__accountEndpoint", "").isEmpty();
        if (!isMissing && !EmulatorTrust.isEmulator(cosmos)) {
            reader.wrong(
                    SETTING
                            + " must be the connection string of an emulator on this machine, with"
                            + " an AccountEndpoint at localhost");
        }
        return cosmos;
    }

    /**
     * Connects to the emulator and makes what is missing there.
     *
     * @return the connection; the caller closes it
     * @throws IllegalStateException if the emulator does not answer, which may take 40 s to find
     *     out, or refuses; its message says what to do
     */
    public static CosmosConnection open(CosmosSettings cosmos, List<ContainerSchema> containers) {
        EmulatorTrust.apply(cosmos);
        try {
            return DatabaseSetup.connect(cosmos, containers);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cosmos DB's emulator cannot be used at %s: start it, then this app again"
                            .formatted(cosmos.endpoint()),
                    e);
        }
    }
}
