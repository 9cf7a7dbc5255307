package no.altinn.rest.azure;

import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;

/**
 * Where the REST app finds its keys. Immutable.
 *
 * @param vault the Key Vault
 * @param platformAccessCertificate the certificate that platform access tokens are signed with
 * @param cookieKey the secret that cookies of logins are sealed with
 * @param clientId which user-assigned identity the app has; empty for its system-assigned one
 */
public record VaultSettings(
        URI vault, String platformAccessCertificate, String cookieKey, String clientId) {

    /** Reads the settings; the reader's own check reports what is wrong with them. */
    public static VaultSettings read(SettingsReader reader) {
        return new VaultSettings(
                reader.secureUri("KeyVault__Uri"),
                KeyVaultAccessTokens.certificate(reader),
                reader.text("KeyVault__CookieKey"),
                AzureIdentity.clientId(reader));
    }
}
