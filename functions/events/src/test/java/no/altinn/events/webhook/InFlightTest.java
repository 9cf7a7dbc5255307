package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

class InFlightTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int LINE = 64;

    private final InFlight inFlight = new InFlight(2);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void thereAreSoManyPlacesAndNoMore() {
        withEveryPlaceTaken(() -> assertThat(run("third")).isFalse());

        assertThat(done).isEmpty();
    }

    @Test
    void aPlaceIsGivenBackWhateverHappens() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () ->
                                    inFlight.run(
                                            "/org/ttd",
                                            Duration.ZERO,
                                            () -> {
                                                throw new IllegalStateException();
                                            }));
        }

        assertThat(run("next")).isTrue();
    }

    @Test
    void oneConsumerTakesNoPlaceOfAnother() {
        withEveryPlaceTaken(
                () -> inFlight.run("/org/skd", Duration.ZERO, () -> done.add("of another")));

        assertThat(done).containsExactly("of another");
    }

    @Test
    void whatFindsNoPlaceWaitsInLineForOne() {
        withEveryPlaceTaken(() -> waitInLine("waits"));

        await().until(() -> done.contains("waits"));
    }

    @Test
    void oneAfterAnotherTakesThePlaceThatIsFree() {
        InFlight one = new InFlight(1);
        one.run(
                "/org/ttd",
                Duration.ZERO,
                () -> {
                    waitInLine(one, "first");
                    waitInLine(one, "second");
                });

        await().until(() -> done.size() == 2);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void callsThatAreStuckHaveNoLine() {
        withEveryPlaceTaken(
                () -> {
                    assertThat(inFlight.run("/org/ttd", Duration.ofMillis(1), this::fail))
                            .isFalse();
                    assertThat(inFlight.run("/org/ttd", LONG, this::fail)).isFalse();
                });
    }

    @Test
    void callsAreStuckNoLongerWhenOneWasShort() {
        withOnePlaceLeft(
                () -> {
                    inFlight.run("/org/ttd", LONG, this::findEveryPlaceTaken);
                    inFlight.run("/org/ttd", LONG, () -> waitInLine("waits"));
                });

        await().until(() -> done.contains("waits"));
    }

    @Test
    void callsStayStuckWhenOneWasLong() {
        withOnePlaceLeft(
                () -> {
                    // Longer than no patience at all.
                    inFlight.run("/org/ttd", Duration.ZERO, this::findEveryPlaceTaken);
                    inFlight.run(
                            "/org/ttd",
                            LONG,
                            () -> assertThat(inFlight.run("/org/ttd", LONG, this::fail)).isFalse());
                });
    }

    @Test
    void whatFindsTheLineFullDoesNotWait() {
        withEveryPlaceTaken(
                () -> {
                    for (int i = 0; i < LINE; i++) {
                        waitInLine("in line");
                    }
                    assertThat(inFlight.run("/org/ttd", LONG, this::fail)).isFalse();
                });

        await().until(() -> done.size() == LINE);
    }

    @Test
    void aCallThatIsInterruptedInLineIsNotMade() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        withEveryPlaceTaken(
                () -> {
                    Thread waiting = waitInLine("waits");
                    waiting.interrupt();
                    await().until(() -> !waiting.isAlive());
                    over.countDown();
                });

        over.await();
        assertThat(done).isEmpty();
    }

    private void withEveryPlaceTaken(Runnable action) {
        boolean hadPlaces =
                inFlight.run(
                        "/org/ttd",
                        Duration.ZERO,
                        () -> assertThat(inFlight.run("/org/ttd", Duration.ZERO, action)).isTrue());
        assertThat(hadPlaces).isTrue();
    }

    private void withOnePlaceLeft(Runnable action) {
        assertThat(inFlight.run("/org/ttd", LONG, action)).isTrue();
    }

    private void findEveryPlaceTaken() {
        assertThat(inFlight.run("/org/ttd", Duration.ofMillis(1), this::fail)).isFalse();
    }

    private boolean run(String call) {
        return inFlight.run("/org/ttd", Duration.ZERO, () -> done.add(call));
    }

    private Thread waitInLine(String call) {
        return waitInLine(inFlight, call);
    }

    /** Returns when the call waits. */
    private Thread waitInLine(InFlight places, String call) {
        Thread thread =
                new Thread(() -> places.run("/org/ttd", LONG, () -> done.add(call)), "in line");
        threads.add(thread);
        thread.start();
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private void fail() {
        throw new AssertionError("There was a place.");
    }
}
