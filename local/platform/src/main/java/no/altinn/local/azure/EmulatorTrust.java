package no.altinn.local.azure;

import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.CosmosSettings.AccountKey;

import java.util.Set;

/**
 * Lets Cosmos DB's SDK talk to an emulator on this machine, which has a self-signed certificate or
 * none. System properties are the SDK's only switch for that.
 */
final class EmulatorTrust {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private EmulatorTrust() {}

    /** Changes nothing for accounts on other machines, or those reached by an identity. */
    static void apply(CosmosSettings cosmos) {
        String host = cosmos.endpoint().getHost();
        if (cosmos.access() instanceof AccountKey && LOOPBACK.contains(host)) {
            System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
            System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
            System.setProperty("COSMOS.EMULATOR_HOST", host);
        }
    }
}
