package no.altinn.authentication.azure;

import com.azure.core.http.HttpClient;

import no.altinn.authentication.keys.RotatingSigningKeys;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.KeyVault;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.azure.KeyVaultCertificate;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.start.Lazy;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/** The app's keys, which are in Key Vault. Nothing is read before the first call. Thread-safe. */
public final class KeyVaultKeys {
    private static final String APP = "authentication";

    private final SigningKeyRing ring;
    private final Supplier<String> platformAccessTokens;

    /** The keys of a vault. */
    public KeyVaultKeys(KeyVault vault, VaultSettings settings, Clock clock) {
        KeyVaultCertificate signing = new KeyVaultCertificate(vault, settings.signingCertificate());
        this.ring = new RotatingSigningKeys(signing::versions, clock);
        this.platformAccessTokens =
                new KeyVaultAccessTokens(
                        APP,
                        new KeyVaultCertificate(vault, settings.platformAccessCertificate()),
                        clock);
    }

    /** The keys of the vault that the settings name, read by the app's own identity. */
    public static KeyVaultKeys open(VaultSettings settings, Clock clock) {
        Supplier<HttpClient> transport = new Lazy<>(AzureTransport::open);
        return new KeyVaultKeys(
                new KeyVault(
                        settings.vault(),
                        () -> AzureIdentity.open(settings.clientId(), transport.get()),
                        transport),
                settings,
                clock);
    }

    /**
     * Opens the vault and reads the keys beside the start: a reader of the published keys, and with
     * it every caller of every other app, would wait for it.
     */
    public void warmUp(WarmUp warmUp) {
        warmUp.begin("Reading the keys that sign tokens", ring::published);
        warmUp.beginLater(
                "Reading the key of platform access tokens",
                () -> Objects.requireNonNull(platformAccessTokens.get()));
    }

    /** What Altinn's tokens are signed with. */
    public SigningKeyRing ring() {
        return ring;
    }

    /** Signs the tokens that this app shows to the rest of the platform. */
    public Supplier<String> platformAccessTokens() {
        return platformAccessTokens;
    }
}
