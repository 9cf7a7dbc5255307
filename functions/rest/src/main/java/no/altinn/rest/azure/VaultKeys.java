package no.altinn.rest.azure;

import com.azure.core.http.HttpClient;

import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.KeyVault;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.azure.KeyVaultCertificate;
import no.altinn.platform.azure.KeyVaultPlatformCertificates;
import no.altinn.platform.azure.KeyVaultSealingKeys;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.start.Lazy;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/** The app's keys in Key Vault; nothing is connected before the first use. Thread-safe. */
public final class VaultKeys {
    /** The app's name in its platform access tokens. */
    private static final String APP = "rest";

    private final PlatformCertificates certificates;
    private final Supplier<String> platformAccessTokens;
    private final SealingKeys cookieKeys;

    /** The keys of a vault. */
    public VaultKeys(KeyVault vault, VaultSettings settings, Clock clock) {
        this.certificates = new KeyVaultPlatformCertificates(vault);
        this.platformAccessTokens =
                new KeyVaultAccessTokens(
                        APP,
                        new KeyVaultCertificate(vault, settings.platformAccessCertificate()),
                        clock);
        this.cookieKeys = new KeyVaultSealingKeys(vault, settings.cookieKey(), clock);
    }

    /** The keys of the vault that the settings name, read by the app's own identity. */
    public static VaultKeys open(VaultSettings settings, Clock clock) {
        Supplier<HttpClient> transport = new Lazy<>(AzureTransport::open);
        return new VaultKeys(
                new KeyVault(
                        settings.vault(),
                        () -> AzureIdentity.open(settings.clientId(), transport.get()),
                        transport),
                settings,
                clock);
    }

    /** Opens the vault and reads this app's own keys beside the start. */
    public void warmUp(WarmUp warmUp) {
        warmUp.beginLater(
                "Reading the app's keys",
                () -> {
                    cookieKeys.inUse();
                    Objects.requireNonNull(platformAccessTokens.get());
                });
    }

    /** Those of the issuers of platform access tokens. */
    public PlatformCertificates certificates() {
        return certificates;
    }

    /** What the cookies of logins are sealed with. */
    public SealingKeys cookieKeys() {
        return cookieKeys;
    }

    /** Signs the tokens that this app shows to the rest of the platform. */
    public Supplier<String> platformAccessTokens() {
        return platformAccessTokens;
    }
}
