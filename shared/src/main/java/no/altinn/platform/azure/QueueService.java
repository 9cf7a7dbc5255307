package no.altinn.platform.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Configuration;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;

import java.time.Duration;
import java.util.function.Supplier;

/** The client of a storage account's queues, with bounded retries. */
public final class QueueService {
    private static final int TRIES = 3;

    private QueueService() {}

    /**
     * The client.
     *
     * @param identity asked only where the account is reached by the app's identity
     */
    public static QueueServiceClient open(
            AzureConnection connection, Supplier<TokenCredential> identity, HttpClient transport) {
        QueueServiceClientBuilder builder =
                new QueueServiceClientBuilder()
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
                                        null))
                        // What the Functions host reads: messageEncoding in host.json.
                        .messageEncoding(QueueMessageEncoding.BASE64);
        if (connection instanceof AzureConnection.ByIdentity account) {
            return builder.endpoint(account.endpoint().toString())
                    .credential(identity.get())
                    .buildClient();
        }
        String connectionString = ((AzureConnection.ByKey) connection).connectionString();
        return builder.connectionString(connectionString).buildClient();
    }
}
