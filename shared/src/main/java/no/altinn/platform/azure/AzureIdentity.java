package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;

import no.altinn.platform.settings.SettingsReader;

import java.time.Duration;

/** The app's own identity. */
public final class AzureIdentity {
    private static final int RETRIES = 2;

    private AzureIdentity() {}

    /**
     * Which user-assigned identity the settings name; empty when none. The name of the setting is
     * Azure's own: its libraries and the bindings' settings know it.
     */
    public static String clientId(SettingsReader reader) {
        return reader.text("AZURE_CLIENT_ID", "");
    }

    /**
     * The identity's credential.
     *
     * @param clientId which user-assigned identity; with none, the system-assigned one, or on a
     *     developer's machine the developer who is signed in
     */
    public static TokenCredential open(String clientId, HttpClient transport) {
        if (clientId.isEmpty()) {
            return new DefaultAzureCredentialBuilder()
                    .httpClient(transport)
                    .retryOptions(retries())
                    .build();
        }
        return new ManagedIdentityCredentialBuilder()
                .clientId(clientId)
                .httpClient(transport)
                .retryOptions(retries())
                .build();
    }

    private static RetryOptions retries() {
        return new RetryOptions(
                new ExponentialBackoffOptions()
                        .setMaxRetries(RETRIES)
                        .setBaseDelay(Duration.ofMillis(200))
                        .setMaxDelay(Duration.ofSeconds(1)));
    }
}
