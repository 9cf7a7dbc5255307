package no.altinn.events.webhook.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who waits for a place, and for how long. */
class LinesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Concurrency HOST = new Concurrency(100, 24);

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final EndPointPlaces places = new EndPointPlaces(HOST, LONG, clock);
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<String> putOff = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void whatFindsNoPlaceWaitsInLineForOne() {
        List<Place> taken = takeAll(places, 1);
        waitInLine(places, 1, "waits");
        assertThat(served).isEmpty();

        taken.get(0).close();

        await().until(() -> served.contains("waits"));
    }

    @Test
    void callsOfAnEndPointAreServedInTheOrderInWhichTheyCame() {
        List<Place> taken = takeAll(places, 1);
        waitInLine(places, 1, "first");
        waitInLine(places, 1, "second");
        waitInLine(places, 1, "third");

        taken.get(0).close();

        await().until(() -> served.size() == 3);
        assertThat(served).containsExactly("first", "second", "third");
    }

    @Test
    void theLinesOfEndPointsTakeTurns() {
        EndPointPlaces few = new EndPointPlaces(new Concurrency(10, 10), LONG, clock);
        List<Place> all = new ArrayList<>();
        for (int each = 1; each <= 4; each++) {
            all.add(few.enter(CallKind.FIRST, to(100 + each)).orElseThrow());
        }
        waitInLine(few, 1, "a1");
        waitInLine(few, 1, "a2");
        waitInLine(few, 2, "b1");

        all.get(0).close();

        await().until(() -> served.size() == 3);
        assertThat(served).containsExactly("a1", "b1", "a2");
    }

    @Test
    void aHealthyEndPointsCallPassesThoseThatWaitForASickOne() {
        List<Place> sick = takeAll(places, 1);
        sick.forEach(Place::begin);
        clock.advance(Conduct.HANGING);
        waitInLine(places, 1, "of a sick endpoint");

        assertThat(places.enter(CallKind.FIRST, to(2))).isPresent();
        assertThat(served).isEmpty();
    }

    @Test
    void fewWaitForASlowEndPoint() {
        slow(1);
        takeAll(places, 1);
        waitInLine(places, 1, "first");
        waitInLine(places, 1, "second");

        assertThat(places.enter(CallKind.FIRST, to(1))).isEmpty();
    }

    @Test
    void fewWaitForAllSlowEndPointsTogether() {
        int endPoints = 60;
        for (int each = 1; each <= endPoints; each++) {
            slow(each);
        }
        for (int each = 1; each <= 20; each++) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isPresent();
        }
        int most = HOST.firstAttempts() / 16;
        for (int each = 21; each < 21 + most; each++) {
            waitInLine(places, each, "waits");
        }

        for (int each = 21 + most; each <= endPoints; each++) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isEmpty();
        }
    }

    @Test
    void whatWaitedTooLongBehindASlowEndPointIsPutOff() {
        EndPointPlaces impatient = new EndPointPlaces(HOST, SHORT, clock);
        impatient.enter(CallKind.FIRST, to(1)).orElseThrow().end(Duration.ofSeconds(20), false);
        List<Place> taken = takeAll(impatient, 1);

        assertThat(impatient.enter(CallKind.FIRST, to(1))).isEmpty();

        taken.get(0).close();
        assertThat(impatient.enter(CallKind.FIRST, to(1))).isPresent();
    }

    @Test
    void manyMayWaitForAnEndPointThatHasNotBecomeSlow() {
        List<Place> taken = takeAll(places, 1);
        int most = HOST.firstAttempts() / 2;
        for (int i = 0; i < most; i++) {
            waitInLine(places, 1, "waits");
        }
        assertThat(places.enter(CallKind.FIRST, to(1))).isEmpty();

        taken.forEach(place -> place.end(SOON, true));

        await().until(() -> served.size() == most);
    }

    @Test
    void theLineOfAnEndPointThatBecomesSlowGetsShort() {
        EndPointPlaces patient = new EndPointPlaces(HOST, Duration.ofSeconds(2), clock);
        List<Place> hanging = takeAll(patient, 1);
        hanging.forEach(Place::begin);
        for (int i = 0; i < 20; i++) {
            waitInLine(patient, 1, "waits");
        }

        clock.advance(Conduct.HANGING);

        await().until(() -> putOff.size() >= 20 - HOST.firstAttempts() / 16);
        assertThat(served).isEmpty();
    }

    @Test
    void manyNewEndPointsThatHangLetNoLineGrowBehindThem() {
        for (int each = 1; each <= 40; each++) {
            places.enter(CallKind.FIRST, to(each)).orElseThrow().begin();
        }
        clock.advance(Conduct.LONG);
        int most = HOST.firstAttempts() / 16;
        for (int each = 41; each < 41 + most; each++) {
            waitInLine(places, each, "waits");
        }

        for (int each = 41 + most; each <= 1_000; each++) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isEmpty();
        }
    }

    @Test
    void theLinesOfAConsumerLeaveRoomToThoseOfOthers() {
        for (int each = 1; each <= 40; each++) {
            places.enter(CallKind.FIRST, to(each)).orElseThrow().begin();
        }
        clock.advance(Conduct.LONG);
        int most = HOST.firstAttempts() / 16;
        int held = most - 1;
        for (int each = 0; each < held; each++) {
            waitInLine(places, of("/org/bad", 1_000 + each), "of a consumer with many");
        }

        assertThat(places.enter(CallKind.FIRST, of("/org/bad", 2_000))).isEmpty();
        waitInLine(places, to(3_000), "of another");
    }

    @Test
    void endPointsThatFailLeaveAQuarterOfTheHostsThreadsToThoseThatAnswer() {
        int mayRun = HOST.firstAttempts() * 4 / 5 * 3 / 4;
        int threads = HOST.firstAttempts() * 3 / 4;
        places.enter(CallKind.FIRST, to(999)).orElseThrow().end(SOON, true);
        for (int each = 1; each <= threads + 5; each++) {
            places.enter(CallKind.FIRST, to(each)).orElseThrow().end(SOON, false);
        }
        for (int each = 1; each <= mayRun; each++) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isPresent();
        }
        for (int each = mayRun + 1; each <= threads; each++) {
            waitInLine(places, each, "waits");
        }

        assertThat(places.enter(CallKind.FIRST, to(1))).isEmpty();
        assertThat(places.enter(CallKind.FIRST, to(threads + 5))).isEmpty();
        assertThat(places.enter(CallKind.FIRST, to(999))).isPresent();
    }

    @Test
    void newEndPointsLeaveAQuarterOfTheHostsThreadsWhenManyOfTheirCallsAreLong() {
        int longCalls = 20;
        for (int each = 1; each <= longCalls; each++) {
            places.enter(CallKind.FIRST, to(each)).orElseThrow().begin();
        }
        clock.advance(Conduct.LONG);
        int share = HOST.firstAttempts() * 3 / 4;
        for (int each = longCalls + 1; each <= 40; each++) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isPresent();
        }
        for (int each = 41; each <= share; each++) {
            waitInLine(places, each, "waits");
        }

        assertThat(places.enter(CallKind.FIRST, to(999))).isEmpty();
    }

    @Test
    void aThousandNewEndPointsThatAnswerAreAllServed() {
        EndPointPlaces large = new EndPointPlaces(new Concurrency(256, 256), LONG, clock);
        List<Thread> calls = new ArrayList<>();
        for (int each = 1; each <= 1_000; each++) {
            int subscription = each;
            // No more than the host runs at once.
            if (calls.size() >= 256) {
                join(calls.get(calls.size() - 256));
            }
            calls.add(
                    start(
                            () ->
                                    large.enter(CallKind.FIRST, to(subscription))
                                            .ifPresentOrElse(
                                                    place -> {
                                                        place.begin();
                                                        place.end(SOON, true);
                                                        served.add("event");
                                                    },
                                                    () -> putOff.add("event"))));
        }

        await().until(() -> served.size() + putOff.size() == 1_000);
        assertThat(putOff).isEmpty();
    }

    @Test
    void aCallOfOneKindGetsThePlaceAtTheHostThatAnotherKindLeft() {
        EndPointPlaces large = new EndPointPlaces(new Concurrency(4_000, 4_000), LONG, clock);
        List<Place> half = new ArrayList<>();
        for (int each = 1; each <= Host.PLACES / 2; each++) {
            half.add(large.enter(CallKind.FIRST, to(each)).orElseThrow());
        }
        Thread waiting =
                start(
                        () ->
                                large.enter(CallKind.LATER, to(999))
                                        .ifPresent(place -> served.add("later")));
        awaitLine(waiting);

        half.get(0).close();

        await().until(() -> served.contains("later"));
    }

    @Test
    void aCallThatIsInterruptedInLineIsNotMade() {
        List<Place> taken = takeAll(places, 1);
        Thread waiting = waitInLine(places, 1, "waits");

        waiting.interrupt();
        await().until(() -> putOff.contains("waits"));

        taken.get(0).close();
        assertThat(places.enter(CallKind.FIRST, to(1))).isPresent();
        assertThat(served).isEmpty();
    }

    /** An endpoint of a consumer that has no other. */
    private static Addressee to(int subscription) {
        return of("/organisation/" + subscription, subscription);
    }

    private static Addressee of(String consumer, int subscription) {
        return new Addressee(
                subscription, consumer, URI.create("https://hook.example/" + subscription));
    }

    private void slow(int subscription) {
        places.enter(CallKind.FIRST, to(subscription))
                .orElseThrow()
                .end(Duration.ofSeconds(20), false);
    }

    private static List<Place> takeAll(EndPointPlaces places, int subscription) {
        List<Place> taken = new ArrayList<>();
        for (int i = 0; i < Conduct.FEWEST; i++) {
            taken.add(places.enter(CallKind.FIRST, to(subscription)).orElseThrow());
        }
        return taken;
    }

    /** Returns when the call waits; the call is over as soon as it has a place. */
    private Thread waitInLine(EndPointPlaces from, int subscription, String call) {
        return waitInLine(from, to(subscription), call);
    }

    private Thread waitInLine(EndPointPlaces from, Addressee addressee, String call) {
        Thread thread =
                start(
                        () -> {
                            Optional<Place> place = from.enter(CallKind.FIRST, addressee);
                            place.ifPresentOrElse(
                                    taken -> {
                                        served.add(call);
                                        taken.close();
                                    },
                                    () -> putOff.add(call));
                        });
        awaitLine(thread);
        return thread;
    }

    private static void awaitLine(Thread thread) {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private Thread start(Runnable work) {
        Thread thread = new Thread(work, "in line");
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
