package no.altinn.events.azure;

import static no.altinn.testing.cosmos.Operation.PATCH;
import static no.altinn.testing.cosmos.Operation.READ;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.event.TestEvents;
import no.altinn.testing.cosmos.Ledger;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What a push asks of Cosmos DB, request by request. */
class PushRequestsTest {
    private static final Duration UNTIL_NOTHING_IS_REMEMBERED = Duration.ofSeconds(6);
    private static final double MOST_OF_A_PUSH = 16;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private AppOverAzure app;

    @BeforeEach
    void start() throws IOException {
        app = new AppOverAzure(cosmos);
        app.subscribe();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** The delivery, the subscription and the event are read; the outcome is written. */
    @Test
    void aFirstPushReadsThreeDocumentsAndWritesOne() {
        publish("first");
        app.carry();
        cosmos.clock().advance(UNTIL_NOTHING_IS_REMEMBERED);
        publish("second");

        assertThat(asked(app::carryOne)).containsExactly(READ, READ, READ, PATCH);
        assertThat(app.platform().pushed()).hasSize(2);
    }

    /** The first push of all gives the subscription its key, so that it is read once more. */
    @Test
    void afterAPushTheNextOfTheSameSubscriptionReadsTwoDocuments() {
        publish("first");
        app.carry();
        publish("second");
        app.carryOne();
        publish("third");

        assertThat(asked(app::carryOne)).containsExactly(READ, READ, PATCH);
        assertThat(app.platform().pushed()).hasSize(3);
    }

    /**
     * A later attempt is claimed too. The first success after a failure also notes with the
     * subscription that its endpoint fails no more.
     */
    @Test
    void aLaterPushReadsThreeDocumentsAndWritesTwiceAndHealsTheSubscription() {
        publish("first");
        app.platform().refusePushes(true);
        app.carryOne();
        app.platform().refusePushes(false);
        cosmos.clock().advance(Duration.ofSeconds(30));

        assertThat(asked(app::carryOne))
                .containsExactly(READ, READ, READ, PATCH, PATCH, READ, PATCH);
        assertThat(app.platform().pushed()).hasSize(1);
    }

    @Test
    void aPushStaysInItsBudget() {
        publish("first");
        app.carry();
        cosmos.clock().advance(UNTIL_NOTHING_IS_REMEMBERED);
        publish("second");
        cosmos.server().ledger().take();

        app.carryOne();

        double spent =
                cosmos.server().ledger().take().stream().mapToDouble(Ledger.Entry::charge).sum();
        assertThat(spent).isBetween(10.0, MOST_OF_A_PUSH);
    }

    private void publish(String id) {
        cosmos.stores().events().append(List.of(TestEvents.event(id)));
        app.feed();
    }

    /** What was asked for documents; query plans and metadata must not have been asked for. */
    private List<Operation> asked(Runnable push) {
        cosmos.server().ledger().take();
        long before = cosmos.server().requests();
        push.run();
        List<Operation> asked =
                cosmos.server().ledger().take().stream().map(Ledger.Entry::operation).toList();
        assertThat(cosmos.server().requests() - before).isEqualTo(asked.size());
        return asked;
    }
}
