package no.altinn.platform.azure.cosmos;

import static no.altinn.platform.azure.cosmos.WriteOutcome.DONE;
import static no.altinn.platform.azure.cosmos.WriteOutcome.MISSING;
import static no.altinn.platform.azure.cosmos.WriteOutcome.REFUSED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a writer learns when the answer to one of its attempts is lost. */
class SettledWritesTest {
    private static final ContainerSchema SCHEMA =
            new ContainerSchema("things", List.of("/id"), List.of(), List.of(), Duration.ZERO);
    private static final RetryPolicy WRITING =
            new RetryPolicy(Duration.ofSeconds(2), 3, Duration.ofMillis(1), Duration.ofMillis(2));

    /** Held here, or its level would be forgotten: the SDK logs every failure at length. */
    private static final Logger SDK = Logger.getLogger("com.azure.cosmos");

    private static CosmosServer server;
    private static CosmosConnection connection;

    private final String id = UUID.randomUUID().toString();
    private final PartitionKey key = new PartitionKey(id);
    private final List<WriteOutcome> checked = new ArrayList<>();

    @BeforeAll
    static void open() {
        SDK.setLevel(Level.OFF);
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        server = new CosmosServer();
        connection =
                DatabaseSetup.connect(
                        new CosmosSettings(
                                server.endpoint(),
                                new CosmosSettings.AccountKey("a2V5"),
                                "test",
                                false),
                        List.of(SCHEMA));
    }

    @AfterAll
    static void close() {
        connection.close();
        server.close();
    }

    @BeforeEach
    void nothingGoesWrong() {
        server.faults().clear();
    }

    private static Documents documents() {
        return new Documents(
                connection, SCHEMA, new RequestCharges(OpenTelemetry.noop().getMeter("test")));
    }

    private ObjectNode document(String writer) {
        return Json.object().put("id", id).put("writer", writer);
    }

    private WriteOutcome create(String writer) {
        return documents()
                .await(
                        WRITING.settled(
                                () -> documents().create(document(writer), key),
                                refusal -> isBy(writer, refusal)))
                .orElseThrow();
    }

    private Mono<Boolean> isBy(String writer, WriteOutcome refusal) {
        checked.add(refusal);
        return documents()
                .read(Consistency.STRONG, id, key)
                .map(stored -> stored.text("writer").equals(writer));
    }

    private Document stored() {
        return documents().await(documents().read(Consistency.STRONG, id, key)).orElseThrow();
    }

    private WriteOutcome delete(Document document) {
        return documents()
                .await(
                        WRITING.settled(
                                () -> documents().delete(document, key),
                                refusal -> {
                                    checked.add(refusal);
                                    return Mono.just(refusal == MISSING);
                                }))
                .orElseThrow();
    }

    @Test
    void aWriteThatIsAnsweredIsNotCheckedAgain() {
        assertThat(create("me")).isEqualTo(DONE);
        assertThat(checked).isEmpty();
    }

    @Test
    void aRefusalWithoutALostAttemptStands() {
        create("another");

        assertThat(create("me")).isEqualTo(REFUSED);
        assertThat(checked).isEmpty();
    }

    @Test
    void aWriteWhoseAnswerIsLostAfterItsCommitWasDone() {
        server.faults().next(Operation.CREATE, new Fault.DroppedAfterCommit());

        assertThat(create("me")).isEqualTo(DONE);
        assertThat(checked).containsExactly(REFUSED);
        assertThat(stored().text("writer")).isEqualTo("me");
    }

    @Test
    void aWriteWhoseAnswersAreLostTwiceWasDone() {
        server.faults().next(Operation.CREATE, 2, new Fault.DroppedAfterCommit());

        assertThat(create("me")).isEqualTo(DONE);
        assertThat(checked).containsExactly(REFUSED);
    }

    @Test
    void aWriteThatIsLostBeforeItsCommitIsRepeated() {
        server.faults().next(Operation.CREATE, new Fault.Dropped());

        assertThat(create("me")).isEqualTo(DONE);
        assertThat(checked).isEmpty();
    }

    @Test
    void aWriteThatIsLostAndThatAnotherWriterForestalledIsRefused() {
        create("another");
        server.faults().next(Operation.CREATE, new Fault.Dropped());

        assertThat(create("me")).isEqualTo(REFUSED);
        assertThat(checked).containsExactly(REFUSED);
        assertThat(stored().text("writer")).isEqualTo("another");
    }

    @Test
    void aRefusalAfterAThrottledAttemptStandsBecauseThatOneWasNotDone() {
        create("another");
        server.faults().next(Operation.CREATE, Fault.throttled(Duration.ofMillis(1)));

        assertThat(create("me")).isEqualTo(REFUSED);
        assertThat(checked).isEmpty();
    }

    @Test
    void aRemovalWhoseAnswerIsLostAfterItsCommitWasDone() {
        create("me");
        Document stored = stored();
        server.faults().next(Operation.DELETE, new Fault.DroppedAfterCommit());

        assertThat(delete(stored)).isEqualTo(DONE);
        assertThat(checked).containsExactly(MISSING);
    }

    @Test
    void aRemovalOfWhatIsGoneIsMissing() {
        create("me");
        Document stored = stored();
        delete(stored);

        assertThat(delete(stored)).isEqualTo(MISSING);
        assertThat(checked).isEmpty();
    }

    @Test
    void aCheckThatFailsIsRepeatedWithItsWrite() {
        server.faults().next(Operation.CREATE, new Fault.DroppedAfterCommit());
        server.faults().next(Operation.READ, new Fault.Refused(429, Duration.ofMillis(1)));

        assertThat(create("me")).isEqualTo(DONE);
        assertThat(checked).containsExactly(REFUSED, REFUSED);
    }

    @Test
    void aWriteWhoseEveryAnswerIsLostLeavesItsCallerInDoubt() {
        server.faults().next(Operation.CREATE, 3, new Fault.RefusedAfterCommit(503));

        assertThatThrownBy(() -> create("me")).isInstanceOf(Unavailable.class);
        assertThat(stored().text("writer")).isEqualTo("me");
    }
}
