package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.local.identity.KeptKeys;
import no.altinn.local.proof.Publisher.Acknowledged;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Timeout(240)
final class KilledPlatformTest {
    private static final int PUBLISHERS = 4;
    private static final int ANSWERED_BEFORE_THE_KILL = 40;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    // Give -Dproof.seed to see the kills of a run again, as far as threads let them be the same.
    private final long seed = Long.getLong("proof.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir private Path data;
    private Receiver receiver;

    @BeforeEach
    void keepKeys() {
        KeptKeys.putInto(data, Clock.systemUTC());
    }

    @BeforeEach
    void receive() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void receiveNoMore() {
        receiver.close();
    }

    private PlatformProcess start(int port) {
        return PlatformProcess.start(
                "--quiet", "--port", Integer.toString(port), "--data", data.toString());
    }

    @Test
    @Tag("proof")
    void whatWasAcknowledgedIsReadInOrderAndDeliveredThoughTheProcessIsKilledTwice()
            throws Exception {
        List<Publisher> publishers =
                IntStream.range(0, PUBLISHERS).mapToObj(i -> new Publisher("p" + i)).toList();
        PlatformClient client;
        int port;
        try (PlatformProcess first = start(0)) {
            URI base = first.ready();
            port = base.getPort();
            client = new PlatformClient(base);
            subscribe(client);
            killWhilePublishing(first, client, publishers);
        }
        int before = receiver.accepted().size();
        int recovered = 1 + random.nextInt(ANSWERED_BEFORE_THE_KILL);
        try (PlatformProcess second = start(port)) {
            await().atMost(RECOVERY)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> receiver.accepted().size() >= before + recovered);
            second.kill();
        }
        try (PlatformProcess third = start(port)) {
            assertThat(third.ready().getPort()).isEqualTo(port);
            for (Publisher publisher : publishers) {
                publisher.publish(client, 5);
            }
            assertAllIsThere(client.readAll(), publishers);
        }
    }

    private void killWhilePublishing(
            PlatformProcess platform, PlatformClient client, List<Publisher> publishers)
            throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        receiver.onDelivery(
                earlier -> {
                    if (earlier < ANSWERED_BEFORE_THE_KILL) {
                        return 200;
                    }
                    killed.await();
                    return 503;
                });
        int enough = 300 + random.nextInt(300);
        inParallel(
                publishers,
                publisher -> publisher.publishUntilKilled(client),
                () -> {
                    await().atMost(RECOVERY)
                            .pollInterval(Duration.ofMillis(2))
                            .until(
                                    () ->
                                            acknowledged(publishers).size() >= enough
                                                    && receiver.received().size()
                                                            > ANSWERED_BEFORE_THE_KILL);
                    platform.kill();
                });
        receiver.onDelivery(Receiver.Behaviour.WELL);
        killed.countDown();
    }

    private interface Publishing {
        void of(Publisher publisher) throws Exception;
    }

    private interface Step {
        void take() throws Exception;
    }

    /** Lets all publish beside each other while the step is taken, and waits for them. */
    private static void inParallel(List<Publisher> publishers, Publishing publishing, Step step)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(publishers.size());
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (Publisher publisher : publishers) {
                Callable<Void> task =
                        () -> {
                            publishing.of(publisher);
                            return null;
                        };
                running.add(threads.submit(task));
            }
            step.take();
            for (Future<Void> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertAllIsThere(List<String> read, List<Publisher> publishers) {
        Map<String, Acknowledged> acknowledged =
                acknowledged(publishers).stream()
                        .collect(Collectors.toMap(Acknowledged::id, Function.identity()));
        // What was in doubt at the kill has been published again: so it is all acknowledged.
        assertThat(read)
                .as("events read, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        long latestSent = Long.MIN_VALUE;
        for (String id : read) {
            Acknowledged event = acknowledged.get(id);
            assertThat(event.answered())
                    .as("%s comes after one that was sent when it was there, seed %d", id, seed)
                    .isGreaterThanOrEqualTo(latestSent);
            latestSent = Math.max(latestSent, event.sent());
        }
        await().atMost(RECOVERY)
                .untilAsserted(
                        () ->
                                assertThat(receiver.accepted())
                                        .as("events delivered, seed %d", seed)
                                        .containsAll(acknowledged.keySet()));
        assertThat(acknowledged.keySet())
                .as("events published, seed %d", seed)
                .containsAll(receiver.received());
    }

    private static List<Acknowledged> acknowledged(List<Publisher> publishers) {
        return publishers.stream().flatMap(one -> one.acknowledged().stream()).toList();
    }

    @Test
    @Tag("proof")
    void aSubscriptionThatWasBeingValidatedAtTheKillIsValidatedAfterwards() throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        receiver.onValidation(
                before -> {
                    killed.await();
                    return 503;
                });
        PlatformClient client;
        int port;
        int subscription;
        try (PlatformProcess first = start(0)) {
            URI base = first.ready();
            port = base.getPort();
            client = new PlatformClient(base);
            subscription = client.subscribe(receiver.endPoint());
            await().until(() -> receiver.validations() == 1);
            assertThat(client.isValidated(subscription)).isFalse();
            first.kill();
        }
        receiver.onValidation(Receiver.Behaviour.WELL);
        killed.countDown();
        try (PlatformProcess second = start(port)) {
            second.ready();
            await().atMost(RECOVERY).until(() -> client.isValidated(subscription));
            assertThat(client.publish("1")).isEqualTo(200);
            await().until(() -> receiver.accepted().contains("1"));
        }
    }

    @Test
    @Tag("proof")
    void aFailedDeliveryThatWaitedForItsRetryIsRetriedAfterTheRestart() throws Exception {
        // Fewer than make the platform leave the endpoint alone.
        int events = 8;
        receiver.onDelivery(before -> 503);
        Publisher publisher = new Publisher("p");
        try (PlatformProcess first = start(0)) {
            PlatformClient client = new PlatformClient(first.ready());
            subscribe(client);
            publisher.publish(client, events);
            await().until(() -> receiver.received().size() >= events);
            first.kill();
        }
        assertThat(due()).hasSize(events).anySatisfy(due -> assertThat(due.attempt()).isEqualTo(2));
        receiver.onDelivery(Receiver.Behaviour.WELL);
        try (PlatformProcess second = start(0)) {
            second.ready();
            await().atMost(RECOVERY)
                    .untilAsserted(
                            () ->
                                    assertThat(receiver.accepted())
                                            .containsAll(
                                                    publisher.acknowledged().stream()
                                                            .map(Acknowledged::id)
                                                            .toList()));
        }
    }

    /** What the killed process has left to do. */
    private List<Due> due() {
        try (SqliteStores stores = SqliteStores.open(data, Clock.systemUTC())) {
            return stores
                    .deliveries()
                    .dueBefore(Clock.systemUTC().instant().plus(Duration.ofHours(1)), 100)
                    .stream()
                    .map(Delivery::state)
                    .map(Due.class::cast)
                    .toList();
        }
    }

    private void subscribe(PlatformClient client) throws Exception {
        int subscription = client.subscribe(receiver.endPoint());
        await().until(() -> client.isValidated(subscription));
    }
}
