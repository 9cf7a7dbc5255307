package no.altinn.events.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.storage.queue.QueueServiceClient;

import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.KeyVault;
import no.altinn.platform.azure.KeyVaultAccessTokens;
import no.altinn.platform.azure.KeyVaultCertificate;
import no.altinn.platform.azure.KeyVaultPlatformCertificates;
import no.altinn.platform.azure.KeyVaultSealingKeys;
import no.altinn.platform.azure.KeyVaultWrapping;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.start.Lazy;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * The Events app's clients of Event Grid, Storage Queues and Key Vault. Each client is opened on
 * its first use and kept as long as the process, so that a cold start waits only for the clients
 * that its call uses. Thread-safe.
 */
public final class AzureServices {
    private static final String APP = "events";

    /** How many requests with notices are sent at once. */
    private static final int NOTICES_AT_ONCE = 8;

    private final OutboundRelay outbound;
    private final StorageQueueRetries queue;
    private final QueueAges queueAges;
    private final PlatformCertificates certificates;
    private final Supplier<String> platformAccessTokens;
    private final SealingKeys cursorKeys;
    private final KeyWrapping webhookKey;

    /** Opens nothing yet. */
    public AzureServices(AzureSettings settings, Clock clock) {
        Supplier<HttpClient> transport = new Lazy<>(AzureTransport::open);
        Supplier<TokenCredential> identity =
                new Lazy<>(() -> AzureIdentity.open(settings.clientId(), transport.get()));
        KeyVault vault = new KeyVault(settings.vault(), identity, transport);
        this.outbound =
                new EventGridRelay(
                        new Lazy<>(
                                () ->
                                        EventGridTopic.at(settings.topic(), transport.get())
                                                .credential(identity.get())
                                                .buildCloudEventPublisherClient()),
                        new SideBySide(
                                CallThreads.named("event-grid", NOTICES_AT_ONCE), NOTICES_AT_ONCE),
                        clock);
        Supplier<QueueServiceClient> queues =
                new Lazy<>(() -> QueueService.open(settings.queues(), identity, transport.get()));
        this.queue = new StorageQueueRetries(queues);
        this.queueAges = new StorageQueueAges(queues, clock);
        this.certificates = new KeyVaultPlatformCertificates(vault);
        this.platformAccessTokens =
                new KeyVaultAccessTokens(
                        APP,
                        new KeyVaultCertificate(vault, settings.platformAccessCertificate()),
                        clock);
        this.cursorKeys = new KeyVaultSealingKeys(vault, settings.cursorKey(), clock);
        this.webhookKey =
                new KeyVaultWrapping(settings.vault(), settings.webhookKey(), identity, transport);
    }

    /** Sends notices of first attempts to the topic. */
    public OutboundRelay outbound() {
        return outbound;
    }

    /** Schedules work in the account's queues. */
    public RetryQueue queue() {
        return queue;
    }

    /** Tries of new subscriptions' endpoints, in the account's queues. */
    public ValidationQueue validations() {
        return queue;
    }

    /** How late the account's queues are. */
    public QueueAges queueAges() {
        return queueAges;
    }

    /** The certificates of the apps that sign platform access tokens. */
    public PlatformCertificates certificates() {
        return certificates;
    }

    /** Signs the tokens by which the rest of the platform knows this app. */
    public Supplier<String> platformAccessTokens() {
        return platformAccessTokens;
    }

    /** The keys that seal cursors. */
    public SealingKeys cursorKeys() {
        return cursorKeys;
    }

    /** Wraps what keys of subscriptions are encrypted with. */
    public KeyWrapping webhookKey() {
        return webhookKey;
    }
}
