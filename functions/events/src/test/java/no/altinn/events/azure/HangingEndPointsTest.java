package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.event.TestEvents;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Two consumers whose endpoints hang, and the next publish. A site is a host with two places: it
 * counts Event Grid's calls among the requests that it runs at once, as the Functions host does.
 */
class HangingEndPointsTest {
    private static final String EVENTS = "https://platform.example/events/api/v1/events";
    private static final int PLACES = 2;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private final CountDownLatch endPointsAnswer = new CountDownLatch(1);
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final ExecutorService apiPlaces = Executors.newFixedThreadPool(PLACES);
    private final ExecutorService workerPlaces = Executors.newFixedThreadPool(PLACES);
    private AppOverAzure worker;
    private AppOverAzure api;

    @BeforeEach
    void start() throws IOException {
        worker = new AppOverAzure(cosmos);
        api = worker.anotherProcess();
        worker.subscribe("/org/ttd", worker.hook());
        worker.subscribe("/org/nav", worker.platform().uri("/other-hook"));
        worker.platform().answerPushesAfter(endPointsAnswer);
    }

    @AfterEach
    void stop() {
        endPointsAnswer.countDown();
        apiPlaces.shutdown();
        workerPlaces.shutdown();
        api.close();
        worker.close();
    }

    private int publish(AppOverAzure site, String id) {
        int status =
                site.functions(PublishFunctions.class)
                        .publishEvent(
                                FakeMessage.post(EVENTS, TestEvents.event(id).json())
                                        .with("content-type", "application/cloudevents+json")
                                        .with("authorization", "Bearer " + site.bearer()))
                        .getStatusCode();
        ended.add("publish");
        return status;
    }

    /** Lets the endpoints of both consumers hang, each in a place of the worker. */
    private void hang() {
        assertThat(publish(worker, "first")).isEqualTo(200);
        ended.clear();
        worker.feed();
        assertThat(worker.topic().events()).hasSize(PLACES);
        worker.topic()
                .events()
                .forEach(
                        notice ->
                                workerPlaces.execute(
                                        () -> {
                                            worker.functions(TriggerFunctions.class)
                                                    .deliverEvent(notice.toString());
                                            ended.add("delivery");
                                        }));
        await().until(() -> worker.platform().hanging() == PLACES);
    }

    @Test
    void noPublisherWaitsForThemWhereDeliveriesHaveASiteOfTheirOwn() throws Exception {
        hang();

        CompletableFuture<Integer> published =
                CompletableFuture.supplyAsync(() -> publish(api, "next"), apiPlaces);

        assertThat(published.get(1, TimeUnit.MINUTES)).isEqualTo(200);
        assertThat(worker.platform().hanging()).as("endpoints that hang still").isEqualTo(PLACES);
        assertThat(ended).containsExactly("publish");
    }

    @Test
    void inOneSiteThePublisherWaitsUntilAnEndPointAnswers() throws Exception {
        hang();

        CompletableFuture<Integer> published =
                CompletableFuture.supplyAsync(() -> publish(worker, "next"), workerPlaces);

        assertThat(published).isNotDone();
        assertThat(ended).isEmpty();
        endPointsAnswer.countDown();
        assertThat(published.get(1, TimeUnit.MINUTES)).isEqualTo(200);
        assertThat(ended.get(0)).isEqualTo("delivery");
    }
}
