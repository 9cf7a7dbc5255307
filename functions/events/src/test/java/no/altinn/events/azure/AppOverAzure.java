package no.altinn.events.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.storage.queue.QueueServiceClient;

import io.opentelemetry.api.OpenTelemetry;

import mockwebserver3.MockWebServer;

import no.altinn.events.app.Adapters;
import no.altinn.events.app.EventsApp;
import no.altinn.events.app.EventsSettings;
import no.altinn.events.app.Site;
import no.altinn.events.azure.cosmos.CosmosStores;
import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.StoredEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.events.feed.EventDocument;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.policy.Scopes;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.app.TokenSettings;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.KeyVaultPlatformCertificates;
import no.altinn.platform.azure.KeyVaultSealingKeys;
import no.altinn.platform.azure.OpenVault;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.platform.start.Lazy;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.vault.FakeKeyVault;

import okhttp3.OkHttpClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Events app with its adapters for Azure over stand-ins, each of which can be away. Its
 * triggers are fired when a test says so.
 */
final class AppOverAzure implements AutoCloseable {
    private static final EventQuery EVERYTHING =
            new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());

    private final OpenCosmos cosmos;
    private final TestTokens tokens;
    private final PlatformServer platform;
    private final EventGridServer topic = new EventGridServer();
    private final MockWebServer queueServer = new MockWebServer();
    private final QueueServer queues = new QueueServer(queueServer);
    private final FakeKeyVault vault = new FakeKeyVault();
    private final EventsApp app;
    private int noticesFired;
    private int messagesFired;

    AppOverAzure(OpenCosmos cosmos) throws IOException {
        this(cosmos, OpenTelemetry.noop());
    }

    AppOverAzure(OpenCosmos cosmos, OpenTelemetry telemetry) throws IOException {
        this.cosmos = cosmos;
        this.tokens = new TestTokens(cosmos.clock());
        this.platform = new PlatformServer(tokens.keys());
        queueServer.start(InetAddress.getLoopbackAddress(), 0);
        publishCertificate();
        CosmosStores stores = cosmos.stores();
        StorageQueueRetries retries = new StorageQueueRetries(new Lazy<>(this::queueClient));
        this.app =
                new EventsApp(
                        settings(),
                        new Adapters(
                                stores.events(),
                                stores.subscriptions(),
                                stores.deliveries(),
                                stores.rates(),
                                stores.log(),
                                stores.statistics(),
                                stores.jobs(),
                                topic.relay(cosmos.clock()),
                                retries,
                                retries,
                                new StorageQueueAges(new Lazy<>(this::queueClient), cosmos.clock()),
                                new KeyVaultPlatformCertificates(OpenVault.of(vault)),
                                () -> "token-of-this-app",
                                new KeyVaultSealingKeys(
                                        OpenVault.of(vault), "cursor-key", cosmos.clock()),
                                stores.keyRecords(),
                                webhookKey()),
                        Concurrency.FUNCTIONS_HOST,
                        telemetry,
                        cosmos.clock());
    }

    private KeyWrapping webhookKey() {
        vault.keys().add("webhook-key", "v1");
        return OpenVault.wrapping(vault, "webhook-key");
    }

    private QueueServiceClient queueClient() {
        return QueueService.open(
                queues.connection(),
                AppOverAzure::noIdentity,
                AzureTransport.over(new OkHttpClient(), Duration.ofSeconds(30)));
    }

    private static TokenCredential noIdentity() {
        throw new AssertionError("A connection string needs no identity.");
    }

    private EventsSettings settings() {
        return new EventsSettings(
                URI.create("https://platform.example/"),
                "apps.example",
                /* allowInsecureEndpoints= */ true,
                /* maxSubscriptions= */ 10_000,
                PushSchedule.TWELVE_ATTEMPTS,
                new TokenSettings(
                        platform.uri("/openid/"),
                        Set.of(TestTokens.ISSUER),
                        /* acceptMissingIssuer= */ false,
                        "AltinnStudioRuntime",
                        Set.of("platform")),
                new ServiceSettings(platform.uri("/authorization/"), "key"),
                /* decisionsRememberedFor= */ Duration.ofMinutes(5),
                new ServiceSettings(platform.uri("/register/"), "key"),
                /* testTools= */ Optional.empty(),
                /* idPorten= */ Optional.empty());
    }

    private void publishCertificate() {
        Instant now = cosmos.clock().instant();
        X509Certificate certificate =
                TestCertificates.selfSigned(
                        tokens.keys(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        try {
            String der = Base64.getEncoder().encodeToString(certificate.getEncoded());
            vault.put("platform-access-token-public-cert", "v1", "text/plain", der, now);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same stores under another process of the app, with stand-ins of its own. */
    AppOverAzure anotherProcess() throws IOException {
        return new AppOverAzure(cosmos);
    }

    /** Gets ready, at once, what the site's first call would wait for. */
    void warmUp(Site site) {
        app.warmUp(new WarmUp(Runnable::run), site);
    }

    /** One of the app's function classes. */
    <T> T functions(Class<T> functionClass) {
        return app.getInstance(functionClass);
    }

    /** A bearer token that may publish whatever the policy says, and subscribe. */
    String bearer() {
        String scopes = String.join(" ", Scopes.PUBLISH, Scopes.PUBLISH_ADMIN, Scopes.SUBSCRIBE);
        return tokens.bearer(claims -> claims.put("scope", scopes).put("urn:altinn:org", "ttd"));
    }

    /** A platform access token of the platform itself. */
    String platformAccessToken() {
        return tokens.platformAccessToken("platform", "events");
    }

    /** Adds a subscription on {@link TestEvents#RESOURCE} that is validated already. */
    void subscribe() {
        subscribe("/org/ttd", hook());
    }

    /** Adds such a subscription of a consumer. */
    void subscribe(String consumer, URI endPoint) {
        Filters filters = Filters.onResource(TestEvents.RESOURCE).build();
        Subscription added =
                cosmos.stores()
                        .subscriptions()
                        .add(
                                new NewSubscription(endPoint, filters, consumer),
                                cosmos.clock().instant());
        cosmos.stores().subscriptions().setValidation(added.id(), new ValidationState.Validated());
    }

    /** Where {@link PlatformServer#pushed} come in. */
    URI hook() {
        return platform.uri("/hook");
    }

    /** The ids of the events that are stored, in their order. */
    List<String> stored() {
        return storedEvents().stream().map(Event::id).toList();
    }

    private List<Event> storedEvents() {
        cosmos.settle();
        return cosmos.stores().events().read(EVERYTHING, Cursor.START, 100).events().stream()
                .map(StoredEvent::event)
                .toList();
    }

    /** Hands all that is stored to the function that the change feed fires. */
    void feed() {
        String documents =
                storedEvents().stream()
                        .map(event -> new EventDocument(event, "1").toJson())
                        .collect(Collectors.joining(",", "[", "]"));
        functions(TriggerFunctions.class).relayEvents(documents);
    }

    /**
     * Gives up the notices that the topic has taken and not told, as Event Grid does in the end.
     */
    void loseNotices() {
        noticesFired = topic.events().size();
    }

    /** Fires the functions of the topic and of the queues with what is there, until all is done. */
    void carry() {
        while (noticesFired < topic.events().size() || messagesFired < queues.puts().size()) {
            carryOne();
        }
    }

    /** Fires one of these functions, with the oldest notice or else the oldest message. */
    void carryOne() {
        if (noticesFired < topic.events().size()) {
            String notice = topic.events().get(noticesFired++).toString();
            functions(TriggerFunctions.class).deliverEvent(notice);
        } else {
            fire(queues.puts().get(messagesFired++).retry());
        }
    }

    private void fire(Retry retry) {
        TriggerFunctions triggers = functions(TriggerFunctions.class);
        RetryMessage message = RetryMessage.of(retry);
        switch (message.queue()) {
            case RetryMessage.DELIVERIES -> triggers.retryDelivery(message.json());
            case RetryMessage.RELAYS -> triggers.retryRelay(message.json());
            default -> triggers.validateSubscription(message.json());
        }
    }

    /** Lets so much time pass that what is owed counts as forgotten, and fires the timer. */
    void sweep() {
        cosmos.clock().advance(Duration.ofMinutes(3));
        functions(TriggerFunctions.class).sweepDeliveries("{}");
    }

    EventGridServer topic() {
        return topic;
    }

    QueueServer queues() {
        return queues;
    }

    FakeKeyVault vault() {
        return vault;
    }

    PlatformServer platform() {
        return platform;
    }

    @Override
    public void close() {
        platform.close();
        topic.close();
        queueServer.close();
        vault.close();
    }
}
