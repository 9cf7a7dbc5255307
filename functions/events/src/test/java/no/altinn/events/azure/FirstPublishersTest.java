package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.app.Site;
import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.event.TestEvents;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The first publishers of an app that has just started, while the authentication app starts. */
class FirstPublishersTest {
    private static final int PUBLISHERS = 6;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private final CountDownLatch authenticationIsUp = new CountDownLatch(1);
    private final CountDownLatch haveBegun = new CountDownLatch(PUBLISHERS);
    private final ExecutorService clients = Executors.newFixedThreadPool(PUBLISHERS);
    private AppOverAzure app;

    @BeforeEach
    void start() throws IOException {
        app = new AppOverAzure(cosmos);
        app.platform().publishKeysAfter(authenticationIsUp);
    }

    @AfterEach
    void stop() {
        authenticationIsUp.countDown();
        clients.shutdown();
        app.close();
    }

    private int publish(int number) {
        FakeMessage message =
                FakeMessage.post(
                                "https://platform.example/events/api/v1/events",
                                TestEvents.event("e" + number).json())
                        .with("content-type", "application/cloudevents+json")
                        .with("authorization", "Bearer " + app.bearer());
        haveBegun.countDown();
        return app.functions(PublishFunctions.class).publishEvent(message).getStatusCode();
    }

    @Test
    void theyWaitTogetherForOneReadOfTheKeysAndAreAllServed() throws Exception {
        List<CompletableFuture<Integer>> publishers =
                IntStream.range(0, PUBLISHERS)
                        .mapToObj(
                                number ->
                                        CompletableFuture.supplyAsync(
                                                () -> publish(number), clients))
                        .toList();
        assertThat(haveBegun.await(1, TimeUnit.MINUTES)).isTrue();
        await().until(() -> keyReads() == 1);

        assertThat(publishers).noneMatch(CompletableFuture::isDone);
        authenticationIsUp.countDown();

        for (CompletableFuture<Integer> publisher : publishers) {
            assertThat(publisher.get(1, TimeUnit.MINUTES)).isEqualTo(200);
        }
        assertThat(keyReads()).isEqualTo(1);
    }

    private long keyReads() {
        return app.platform().asked().stream()
                .filter(path -> path.endsWith("/openid-configuration"))
                .count();
    }

    @Test
    void afterTheWarmUpOfTheApiNoPublisherWaitsForTheKeys() {
        authenticationIsUp.countDown();
        app.warmUp(Site.API);
        assertThat(keyReads()).isEqualTo(1);

        assertThat(publish(1)).isEqualTo(200);

        assertThat(keyReads()).isEqualTo(1);
    }

    /** The gate is closed: a worker that read the keys of tokens would wait here for ever. */
    @Test
    void theWorkerReadsNoKeysOfTokens() {
        app.warmUp(Site.WORKER);

        assertThat(keyReads()).isZero();
        assertThat(app.vault().served()).anyMatch(path -> path.endsWith("/unwrapkey"));
    }
}
