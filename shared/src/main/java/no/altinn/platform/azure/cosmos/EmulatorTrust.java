package no.altinn.platform.azure.cosmos;

import no.altinn.platform.azure.cosmos.CosmosSettings.AccountKey;
import no.altinn.platform.settings.Loopback;

/**
 * Lets Cosmos DB's SDK talk to an emulator on this machine, which has a self-signed certificate or
 * none. System properties are the SDK's only switch for that.
 */
public final class EmulatorTrust {
    private EmulatorTrust() {}

    /** Whether the settings name an emulator on this machine. */
    public static boolean isEmulator(CosmosSettings cosmos) {
        return cosmos.access() instanceof AccountKey && Loopback.isHostOf(cosmos.endpoint());
    }

    /** Changes nothing for accounts on other machines, or those reached by an identity. */
    public static void apply(CosmosSettings cosmos) {
        if (isEmulator(cosmos)) {
            System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
            System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
            System.setProperty("COSMOS.EMULATOR_HOST", cosmos.endpoint().getHost());
        }
    }
}
