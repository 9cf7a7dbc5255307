package no.altinn.bench;

import com.sun.net.httpserver.HttpServer;

import no.altinn.events.signing.DataKeyFile;
import no.altinn.events.signing.DataKeys;
import no.altinn.events.signing.EndPointSecrets;
import no.altinn.events.signing.FakeWrapping;
import no.altinn.events.signing.KeyPages;
import no.altinn.events.signing.KeyRings;
import no.altinn.events.signing.KeySafe;
import no.altinn.events.signing.MemoryKeyRecords;
import no.altinn.events.signing.Rotation;
import no.altinn.events.signing.Scheme;
import no.altinn.events.signing.SignedRequests;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.events.webhook.okhttp.OkHttpWebhook;
import no.altinn.platform.outbound.AddressRule;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to sign a push of 1 KiB, beside the bare push to a server on this machine: with the
 * look-up of the subscription and the decryption of its key.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Signing {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "S1mQk0xW3rj5yq7cJm2b9uYw8v4tLz6nHd0gEaPfXoI";
    private static final String BODY = "{\"data\":\"" + "x".repeat(1_000) + "\"}";

    private SignedRequests requests;
    private Subscription secret;
    private Subscription pair;
    private Webhook webhook;
    private HttpServer endPoint;
    private WebhookRequest unsigned;

    @Setup
    public void subscribe() throws IOException {
        // The subscriptions and the data key never get old here, so that neither is read again.
        Clock still = Clock.fixed(NOW, ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        MemoryKeyRecords records = new MemoryKeyRecords();
        FakeWrapping wrapping = new FakeWrapping();
        FakeSubscriptionStore store = new FakeSubscriptionStore();
        SubscriptionIndex index = new SubscriptionIndex(store, still);
        KeySafe safe =
                new KeySafe(
                        new DataKeys(
                                new DataKeyFile(records, wrapping, random, still), wrapping, still),
                        random);
        EndPointSecrets secrets =
                new EndPointSecrets(
                        new KeyRings(store, index),
                        safe,
                        new KeyPages(records, random),
                        random,
                        still);
        requests = new SignedRequests(index, secrets, safe, "platform.example");
        secret = subscribed(store, secrets, 1, Scheme.V1);
        pair = subscribed(store, secrets, 2, Scheme.V1A);
        listen();
    }

    private static Subscription subscribed(
            FakeSubscriptionStore store, EndPointSecrets secrets, int id, Scheme scheme) {
        store.put(SampleSubscription.of(id, SampleSubscription.filters().build()));
        secrets.rotate(
                store.find(id).orElseThrow(), new Rotation(Optional.of(scheme), Duration.ZERO));
        return store.find(id).orElseThrow();
    }

    private void listen() throws IOException {
        webhook = new OkHttpWebhook(new AddressRule(true));
        endPoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endPoint.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        endPoint.start();
        unsigned =
                WebhookRequest.of(
                        URI.create("http://127.0.0.1:" + endPoint.getAddress().getPort() + "/"),
                        BODY);
    }

    @TearDown
    public void stop() {
        endPoint.stop(0);
    }

    /** A request signed by HMAC with SHA-256. */
    @Benchmark
    public WebhookRequest signedWithASecret() {
        return requests.of(secret, secret.key(), ID, NOW, BODY);
    }

    /** A request signed by Ed25519. */
    @Benchmark
    public WebhookRequest signedWithAPair() {
        return requests.of(pair, pair.key(), ID, NOW, BODY);
    }

    /** A push without a signature, to the end of its answer. */
    @Benchmark
    public WebhookReply push() {
        return webhook.post(unsigned, Duration.ofSeconds(20));
    }
}
