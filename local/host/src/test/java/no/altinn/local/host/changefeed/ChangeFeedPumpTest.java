package no.altinn.local.host.changefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

final class ChangeFeedPumpTest {
    private final LoopHealth health = new LoopHealth(Clock.systemUTC());
    private final ListedFeed feed = new ListedFeed();
    private final List<String> batches = new CopyOnWriteArrayList<>();

    private ChangeFeedPump pump(String function, TriggerFunctions.Step step) {
        return new ChangeFeedPump(
                SampleApp.function(function),
                new FunctionInvoker(new Instances(new TriggerFunctions(step)), health),
                feed);
    }

    @Test
    void aBatchIsOneJsonArrayOfNoMoreDocumentsThanTheTriggerAllows() {
        feed.add("{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":4}");
        try (ChangeFeedPump pump = pump("Change", (batch, values) -> batches.add(batch))) {
            assertThat(pump).isNotNull();
            await().until(() -> feed.position() == 4);
        }
        assertThat(batches).containsExactly("[{\"a\":1},{\"a\":2},{\"a\":3}]", "[{\"a\":4}]");
    }

    @Test
    void theCheckpointMovesOnlyWhenTheFunctionHasReturned() throws InterruptedException {
        CountDownLatch mayReturn = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        feed.add("1");
        try (ChangeFeedPump pump =
                pump(
                        "Change",
                        (batch, values) -> {
                            running.countDown();
                            mayReturn.await();
                        })) {
            assertThat(pump).isNotNull();
            running.await();
            assertThat(feed.position()).isZero();
            mayReturn.countDown();
            await().until(() -> feed.position() == 1);
        }
    }

    @Test
    void aBatchThatFailsIsRetriedUntilItSucceedsWhereThePolicyHasNoEnd() {
        AtomicInteger runs = new AtomicInteger();
        feed.add("1");
        try (ChangeFeedPump pump =
                pump(
                        "ChangeWithBackoff",
                        (batch, values) -> {
                            batches.add(batch);
                            if (runs.incrementAndGet() < 8) {
                                throw new IllegalStateException("not yet");
                            }
                        })) {
            assertThat(pump).isNotNull();
            await().until(() -> feed.position() == 1);
        }
        assertThat(batches).hasSize(8).containsOnly("[1]");
    }

    @Test
    void theFeedMovesOnWhenThePolicyGivesUp() {
        feed.add("1");
        try (ChangeFeedPump pump = pump("ChangeTwice", this::recordAndFail)) {
            assertThat(pump).isNotNull();
            await().until(() -> feed.position() == 1);
        }
        assertThat(batches).containsExactly("[1]", "[1]");
    }

    @Test
    void withoutAPolicyABatchThatFailsIsLost() {
        feed.add("1", "2", "3", "4");
        try (ChangeFeedPump pump = pump("Change", this::recordAndFail)) {
            assertThat(pump).isNotNull();
            await().until(() -> feed.position() == 4);
        }
        assertThat(batches).containsExactly("[1,2,3]", "[4]");
    }

    private void recordAndFail(String batch, List<Object> values) {
        batches.add(batch);
        throw new IllegalStateException("failed");
    }

    @Test
    void aBatchThatHasNotSucceededWhenThePumpIsClosedComesAgain() {
        feed.add("1");
        ChangeFeedPump failing = pump("ChangeWithBackoff", this::recordAndFail);
        await().until(() -> !batches.isEmpty());
        failing.close();
        assertThat(feed.position()).isZero();
        try (ChangeFeedPump next = pump("ChangeWithBackoff", (batch, values) -> {})) {
            assertThat(next).isNotNull();
            await().until(() -> feed.position() == 1);
        }
    }

    @Test
    void aCheckpointThatFailsMakesTheBatchComeAgain() {
        feed.add("1");
        feed.failNextCheckpoint();
        try (ChangeFeedPump pump = pump("Change", (batch, values) -> batches.add(batch))) {
            assertThat(pump).isNotNull();
            await().until(() -> feed.position() == 1);
        }
        assertThat(batches).containsExactly("[1]", "[1]");
    }

    @Test
    void aFeedThatIsAwayForAWhileIsReadAgain() {
        feed.add("1");
        feed.failNext(new IllegalStateException("away"), new StackOverflowError("an error, too"));
        try (ChangeFeedPump pump = pump("Change", (batch, values) -> batches.add(batch))) {
            assertThat(pump).isNotNull();
            await().until(() -> !health.failing().isEmpty());
            await().until(() -> feed.position() == 1);
        }
        assertThat(batches).containsExactly("[1]");
        assertThat(health.failing()).isEmpty();
    }

    @Test
    void aFunctionOfAnotherTriggerIsRefused() {
        assertThatThrownBy(() -> pump("Event", (batch, values) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
