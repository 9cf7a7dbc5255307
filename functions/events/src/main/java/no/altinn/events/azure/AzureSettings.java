package no.altinn.events.azure;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.keyfile.NamedKeyFile;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;

/**
 * Where the Events app finds Event Grid, Storage Queues and Key Vault. Immutable.
 *
 * @param topic the custom topic's endpoint, with its path
 * @param queues the storage account with the queues
 * @param vault the Key Vault
 * @param platformAccessCertificate the certificate that platform access tokens are signed with
 * @param cursorKey the secret with the key that cursors are sealed with
 * @param webhookKey the RSA key that wraps what keys of subscriptions are encrypted with
 * @param clientId which user-assigned identity the app has; empty for its system-assigned one
 */
public record AzureSettings(
        URI topic,
        AzureConnection queues,
        URI vault,
        String platformAccessCertificate,
        String cursorKey,
        String webhookKey,
        String clientId) {
    /** Reads the settings; the reader collects what is wrong with them, for its own check. */
    public static AzureSettings read(SettingsReader reader) {
        if (NamedKeyFile.isNamed(reader)) {
            reader.wrong(NamedKeyFile.SETTING + " is for Events__Backend=emulators alone");
        }
        return new AzureSettings(
                reader.secureUri("EventGrid__TopicEndpoint"),
                AzureConnection.ofQueues(reader),
                reader.secureUri("KeyVault__Uri"),
                KeyVaultAccessTokens.certificate(reader),
                reader.text("KeyVault__CursorKey"),
                reader.text("KeyVault__WebhookKey"),
                AzureIdentity.clientId(reader));
    }
}
