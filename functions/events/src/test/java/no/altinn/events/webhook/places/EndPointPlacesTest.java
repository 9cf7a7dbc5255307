package no.altinn.events.webhook.places;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which calls find a place at once. {@link LinesTest} tells who waits for one. */
class EndPointPlacesTest {
    private static final int PLACES = 80;
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration HANGS = Duration.ofSeconds(20);
    private static final String BAD = "/org/bad";

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final EndPointPlaces places = places(new Concurrency(100, 24));

    private EndPointPlaces places(Concurrency concurrency) {
        return new EndPointPlaces(concurrency, Duration.ZERO, clock);
    }

    @Test
    void aNewEndPointHasTwoPlaces() {
        assertThat(enterAll(places, CallKind.FIRST, 1)).hasSize(Conduct.FEWEST);
    }

    @Test
    void anEndPointThatAnswersSoonGetsMorePlacesUpToAQuarterOfAll() {
        prove(places, 1, 100);

        assertThat(enterAll(places, CallKind.FIRST, 1)).hasSize(PLACES / 4);
    }

    @Test
    void aPlaceIsGivenBackThoughTheCallWasNotMade() {
        for (int i = 0; i < 10; i++) {
            place(places, 1).close();
        }

        assertThat(places.enter(CallKind.FIRST, to(1))).isPresent();
    }

    @Test
    void aPlaceThatIsGivenBackTwiceCountsOnce() {
        Place twice = place(places, 1);
        twice.end(SOON, true);
        twice.close();

        assertThat(enterAll(places, CallKind.FIRST, 1)).hasSize(Conduct.FEWEST);
    }

    @Test
    void aThousandNewEndPointsThatHangLeaveHalfToThoseThatAnswer() {
        List<Integer> healthy = proven(40);

        assertThat(hang(places, CallKind.FIRST, 1, 1_000)).hasSize(PLACES / 2);
        clock.advance(Conduct.LONG);

        for (int each : healthy) {
            assertThat(places.enter(CallKind.FIRST, to(each))).isPresent();
        }
    }

    @Test
    void aThousandNewEndPointsOfAConsumerThatHangLeavePlacesToNewOnesOfOthers() {
        assertThat(hangOf(BAD, 1, 1_000)).hasSize(27);

        clock.advance(Conduct.LONG);

        assertThat(enterAll(places, CallKind.FIRST, 10_000)).as("new").hasSize(Conduct.FEWEST);
        clock.advance(Conduct.HANGING);
        assertThat(enterAll(places, CallKind.FIRST, 10_001)).as("new").hasSize(Conduct.FEWEST);
    }

    @Test
    void fiveConsumersWhoseNewEndPointsHangLeaveAPlaceToAnother() {
        for (int consumer = 1; consumer <= 5; consumer++) {
            assertThat(hangOf(BAD + consumer, consumer * 100, consumer * 100 + 99)).isNotEmpty();
        }

        assertThat(places.enter(CallKind.FIRST, to(10_000))).isPresent();
    }

    @Test
    void aSlowEndPointHasAPlaceThoughAThousandOfAnotherConsumerAreSlow() {
        for (int each = 1; each <= 1_000; each++) {
            places.enter(CallKind.FIRST, of(BAD, each)).orElseThrow().end(HANGS, false);
        }
        slow(places, 10_000);

        assertThat(hangOf(BAD, 1, 1_000)).hasSize(14);
        assertThat(places.enter(CallKind.FIRST, to(10_000))).isPresent();
    }

    @Test
    void aConsumerWhoseEndPointsAnswerHasEveryPlace() {
        for (int each = 1; each <= PLACES; each++) {
            places.enter(CallKind.FIRST, of("/org/ttd", each)).orElseThrow().end(SOON, true);
        }

        assertThat(hangOf("/org/ttd", 1, PLACES)).hasSize(PLACES);
    }

    @Test
    void aConsumersPlacesAreFreeAgainWhenItsCallsAreOver() {
        hangOf(BAD, 1, 1_000).forEach(place -> place.end(SOON, true));
        for (int each = 2_000; each <= 20_000; each++) {
            place(places, each).close();
        }

        assertThat(hangOf(BAD, 1, 1_000)).hasSize(27);
    }

    @Test
    void endPointsKnownToBeSlowHaveAQuarterTogether() {
        for (int each = 1; each <= 100; each++) {
            slow(places, each);
        }

        assertThat(hang(places, CallKind.FIRST, 1, 100)).hasSize(PLACES / 4);
        assertThat(hang(places, CallKind.LATER, 1, 100)).hasSize(19 / 4);
        assertThat(places.enter(CallKind.FIRST, to(200))).as("a new one").isPresent();
    }

    @Test
    void anEndPointThatHangsHasFewPlacesBeforeItsCallIsOver() {
        prove(places, 1, 100);
        Place hangs = place(places, 1);
        hangs.begin();

        clock.advance(Conduct.LONG);

        assertThat(enterAll(places, CallKind.FIRST, 1)).hasSize(Conduct.FEWEST - 1);
    }

    @Test
    void endPointsThatHangAreSlowBeforeTheirCallsAreOver() {
        assertThat(hang(places, CallKind.FIRST, 1, 30)).hasSize(30);

        clock.advance(Conduct.LONG);
        hang(places, CallKind.LATER, 500, 500);
        clock.advance(Conduct.HANGING);

        assertThat(hang(places, CallKind.FIRST, 1, 30)).isEmpty();
        assertThat(hang(places, CallKind.LATER, 1, 30)).hasSize(19 / 4 - 1);
    }

    @Test
    void whatComesBeforeTheCallDoesNotMakeItLong() {
        prove(places, 1, 100);
        Place waitsForAStore = place(places, 1);

        clock.advance(Duration.ofSeconds(10));

        assertThat(enterAll(places, CallKind.FIRST, 1)).hasSize(PLACES / 4 - 1);
        waitsForAStore.close();
    }

    @Test
    void anEndPointThatIsSlowInOneKindOfCallsIsSlowInAll() {
        for (int each = 1; each <= 20; each++) {
            slow(places, each);
        }

        assertThat(hang(places, CallKind.VALIDATION, 1, 20)).hasSize(19 / 4);
    }

    @Test
    void endPointsThatFailSoonHavePlacesThoughOthersHang() {
        fail(places, 2_000);

        assertThat(hang(places, CallKind.FIRST, 1, 1_000)).hasSize(PLACES / 2);
        clock.advance(Conduct.LONG);

        assertThat(enterAll(places, CallKind.FIRST, 2_000)).hasSize(Conduct.FEWEST);
    }

    @Test
    void endPointsThatFailAndThenHangLeaveAQuarter() {
        for (int each = 1; each <= 100; each++) {
            fail(places, each);
        }

        assertThat(hang(places, CallKind.FIRST, 1, 100)).hasSize(PLACES * 3 / 4);
        clock.advance(Conduct.HANGING);
        assertThat(hang(places, CallKind.FIRST, 1, 100)).isEmpty();
    }

    @Test
    void fourEndPointsThatWereWellAndThenHangLeavePlacesToOthers() {
        List<Integer> others = proven(PLACES);
        int healthy = others.get(0);
        prove(places, healthy, 5);
        for (int each = 1; each <= 4; each++) {
            prove(places, each, 100);
        }

        int held = PLACES * 3 / 4 + Conduct.FEWEST;
        assertThat(hangAll(4)).hasSize(held);

        for (int second = 0; second < 20; second++) {
            List<Place> taken = enterAll(places, CallKind.FIRST, healthy);
            assertThat(taken).as("after %d s", second).hasSize(Conduct.FEWEST);
            taken.forEach(Place::close);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(hang(places, CallKind.FIRST, healthy, healthy + PLACES)).hasSize(PLACES - held);
    }

    @Test
    void fortyEndPointsThatWereWellAndThenHangAtOnceLeaveAnEighthToOthers() {
        List<Integer> others = proven(PLACES / 8);
        for (int each = 1; each <= 40; each++) {
            prove(places, each, 1);
        }

        // Two events, each to all of them.
        assertThat(hang(places, CallKind.FIRST, 1, 40)).hasSize(40);
        assertThat(hang(places, CallKind.FIRST, 1, 40)).hasSize(PLACES * 7 / 8 - 40);

        for (int second = 0; second < 20; second++) {
            List<Place> taken = hang(places, CallKind.FIRST, others.get(0), others.get(9));
            assertThat(taken).as("after %d s", second).hasSize(others.size());
            taken.forEach(place -> place.end(SOON, true));
            taken.forEach(Place::close);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void anEndPointWithOneCallTakesNoneOfTheLastEighth() {
        proven(PLACES);
        hang(places, CallKind.FIRST, 10_000, 10_000 + PLACES * 7 / 8 - 1);

        assertThat(places.enter(CallKind.FIRST, to(10_000))).as("a second").isEmpty();
        int last = 10_000 + PLACES - 1;
        assertThat(enterAll(places, CallKind.FIRST, last)).as("a first").hasSize(1);
    }

    @Test
    void endPointsThatHangAgainAndAgainHoldFewPlacesThoughTheyAnswerSoonInBetween() {
        for (int round = 0; round < 6; round++) {
            for (int each = 1; each <= 4; each++) {
                prove(places, each, 100);
            }
            List<Place> hanging = hangAll(4);
            clock.advance(Duration.ofSeconds(20));
            hanging.forEach(place -> place.end(Duration.ofSeconds(20), false));
        }
        for (int each = 1; each <= 4; each++) {
            prove(places, each, 100);
        }

        assertThat(hangAll(4)).hasSize(4 * Conduct.FEWEST);
    }

    @Test
    void anEndPointThatAnswersInASecondAgainAndAgainHasPlacesThoughOthersHang() {
        int notFast = 10_000;
        for (int i = 0; i < 10; i++) {
            place(places, notFast).end(Duration.ofMillis(1_200), true);
        }
        for (int each = 1; each <= 20; each++) {
            slow(places, each);
        }

        assertThat(hangAll(20)).hasSize(PLACES / 4);
        assertThat(enterAll(places, CallKind.FIRST, notFast)).hasSize(Conduct.FEWEST);
    }

    @Test
    void fewEndPointsAtAHostLeaveAQuarterOfItToOthers() {
        EndPointPlaces large = places(new Concurrency(4_000, 4_000));
        for (int each = 1; each <= 4; each++) {
            prove(large, each, 100);
        }

        int taken = 0;
        for (int each = 1; each <= 4; each++) {
            taken += enterAll(large, CallKind.FIRST, each).size();
        }

        assertThat(taken).isEqualTo(Host.PLACES * 3 / 4 + Conduct.FEWEST);
        assertThat(large.enter(CallKind.FIRST, to(5))).isPresent();
    }

    @Test
    void aSlowEndPointThatAnswersSoonAgainIsTrustedAgain() {
        for (int each = 1; each <= 30; each++) {
            slow(places, each);
        }
        prove(places, 30, 1);

        assertThat(hang(places, CallKind.FIRST, 1, 29)).hasSize(PLACES / 4);
        assertThat(places.enter(CallKind.FIRST, to(30))).isPresent();
    }

    @Test
    void aHostHasNoMoreThanItsBound() {
        EndPointPlaces large = places(new Concurrency(4_000, 4_000));
        for (int each = 1; each <= 300; each++) {
            prove(large, each, 1);
        }

        assertThat(hang(large, CallKind.FIRST, 1, 300)).hasSize(Host.PLACES);
        assertThat(large.enter(CallKind.LATER, to(1))).as("of another kind").isEmpty();
        assertThat(
                        large.enter(
                                CallKind.FIRST,
                                new Addressee(
                                        999, "/org/ttd", URI.create("https://other.example/"))))
                .as("another host")
                .isPresent();
    }

    @Test
    void slowEndPointsHaveAQuarterOfTheirHost() {
        EndPointPlaces large = places(new Concurrency(4_000, 4_000));
        for (int each = 1; each <= 300; each++) {
            slow(large, each);
        }

        assertThat(hang(large, CallKind.FIRST, 1, 300)).hasSize(Host.PLACES / 4);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Hook.example/a, https://hook.example:443/b, true",
        "http://hook.example/a, http://hook.example:80/a, true",
        "https://hook.example/a, http://hook.example/a, false",
        "https://hook.example/a, https://hook.example:8443/a, false"
    })
    void aHostIsSchemeNameAndPort(URI one, URI other, boolean isSame) {
        assertThat(Host.nameOf(one).equals(Host.nameOf(other))).isEqualTo(isSame);
    }

    @Test
    void noMoreEndPointsAreRememberedThanThereMayBeAndBusyOnesAreNotForgotten() {
        Place busy = place(places, 1);
        for (int each = 2; each <= 20_000; each++) {
            place(places, each).close();
        }

        assertThat(places.size()).isEqualTo(10_000);
        place(places, 1);
        assertThat(places.enter(CallKind.FIRST, to(1))).isEmpty();
        busy.close();
    }

    /** An endpoint of a consumer that has no other. */
    private static Addressee to(int subscription) {
        return of("/organisation/" + subscription, subscription);
    }

    private static Addressee of(String consumer, int subscription) {
        return new Addressee(
                subscription, consumer, URI.create("https://hook.example/" + subscription));
    }

    private static Place place(EndPointPlaces places, int subscription) {
        return places.enter(CallKind.FIRST, to(subscription)).orElseThrow();
    }

    /** Takes every place that an endpoint gets. */
    private static List<Place> enterAll(EndPointPlaces places, CallKind kind, int subscription) {
        List<Place> taken = new ArrayList<>();
        Optional<Place> place = places.enter(kind, to(subscription));
        while (place.isPresent()) {
            taken.add(place.get());
            place = places.enter(kind, to(subscription));
        }
        return taken;
    }

    /** Begins a call of each endpoint that gets a place. */
    private static List<Place> hang(EndPointPlaces places, CallKind kind, int first, int last) {
        List<Place> hanging = new ArrayList<>();
        for (int each = first; each <= last; each++) {
            places.enter(kind, to(each)).ifPresent(hanging::add);
        }
        hanging.forEach(Place::begin);
        return hanging;
    }

    /** Begins a call of each of a consumer's endpoints that gets a place. */
    private List<Place> hangOf(String consumer, int first, int last) {
        List<Place> hanging = new ArrayList<>();
        for (int each = first; each <= last; each++) {
            places.enter(CallKind.FIRST, of(consumer, each)).ifPresent(hanging::add);
        }
        hanging.forEach(Place::begin);
        return hanging;
    }

    /** Begins every call for which the first so many endpoints get a place. */
    private List<Place> hangAll(int endPoints) {
        List<Place> hanging = new ArrayList<>();
        for (int each = 1; each <= endPoints; each++) {
            hanging.addAll(enterAll(places, CallKind.FIRST, each));
        }
        hanging.forEach(Place::begin);
        return hanging;
    }

    private List<Integer> proven(int endPoints) {
        List<Integer> all = new ArrayList<>();
        for (int each = 10_000; each < 10_000 + endPoints; each++) {
            prove(places, each, 1);
            all.add(each);
        }
        return all;
    }

    /** Answers so often while all its places are taken. */
    private static void prove(EndPointPlaces places, int subscription, int times) {
        for (int i = 0; i < times; i++) {
            List<Place> taken = enterAll(places, CallKind.FIRST, subscription);
            taken.get(0).end(SOON, true);
            taken.forEach(Place::close);
        }
    }

    private static void fail(EndPointPlaces places, int subscription) {
        place(places, subscription).end(SOON, false);
    }

    private static void slow(EndPointPlaces places, int subscription) {
        place(places, subscription).end(Duration.ofSeconds(20), false);
    }
}
