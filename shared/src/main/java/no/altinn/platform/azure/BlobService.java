package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;

import java.time.Duration;
import java.util.function.Supplier;

/** The client of a storage account's blobs, with bounded retries. */
public final class BlobService {
    private static final int TRIES = 3;

    private BlobService() {}

    /**
     * The client.
     *
     * @param identity asked only where the account is reached by the app's identity
     */
    public static BlobServiceClient open(
            AzureConnection connection, Supplier<TokenCredential> identity, HttpClient transport) {
        BlobServiceClientBuilder builder =
                new BlobServiceClientBuilder()
                        .httpClient(transport)
                        .configuration(Configuration.NONE)
                        // How long one try may take the transport bounds.
                        .retryOptions(
                                new RequestRetryOptions(
                                        RetryPolicyType.EXPONENTIAL,
                                        TRIES,
                                        (Duration) null,
                                        Duration.ofMillis(100),
                                        Duration.ofSeconds(1),
                                        null));
        if (connection instanceof AzureConnection.ByIdentity account) {
            return builder.endpoint(account.endpoint().toString())
                    .credential(identity.get())
                    .buildClient();
        }
        String connectionString = ((AzureConnection.ByKey) connection).connectionString();
        return builder.connectionString(connectionString).buildClient();
    }
}
