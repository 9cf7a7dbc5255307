package no.altinn.authentication.azure;

import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;

/**
 * Where the authentication app finds its keys. Immutable.
 *
 * @param vault the Key Vault
 * @param signingCertificate the certificate that Altinn's tokens are signed with
 * @param platformAccessCertificate the certificate that platform access tokens are signed with
 * @param clientId which user-assigned identity the app has; empty for its system-assigned one
 */
public record VaultSettings(
        URI vault, String signingCertificate, String platformAccessCertificate, String clientId) {

    /** Reads the settings; the reader's own check reports what is wrong with them. */
    public static VaultSettings read(SettingsReader reader) {
        return new VaultSettings(
                reader.secureUri("KeyVault__Uri"),
                reader.text("KeyVault__SigningCertificate", "altinn-token-signing"),
                KeyVaultAccessTokens.certificate(reader),
                AzureIdentity.clientId(reader));
    }
}
