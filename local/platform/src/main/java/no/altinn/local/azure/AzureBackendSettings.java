package no.altinn.local.azure;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.settings.SettingsReader;

/**
 * Where the local platform finds Cosmos DB, Storage Queues and Blob Storage. Immutable.
 *
 * @param clientId the user-assigned identity; empty for the developer who is signed in
 */
public record AzureBackendSettings(
        CosmosSettings cosmos, AzureConnection queues, AzureConnection blobs, String clientId) {

    /** Reads the settings; the reader collects what is wrong with them, for its own check. */
    public static AzureBackendSettings read(SettingsReader reader) {
        return new AzureBackendSettings(
                CosmosSettings.read(reader, Containers.DATABASE),
                AzureConnection.ofQueues(reader),
                AzureConnection.ofBlobs(reader),
                AzureIdentity.clientId(reader));
    }
}
