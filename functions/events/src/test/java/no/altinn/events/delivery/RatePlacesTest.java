package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.subscription.Serving;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An endpoint that takes so many events a minute gets no more. */
class RatePlacesTest {
    private static final Instant NOW = ServedSubscription.NOW;

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeRates rates = new FakeRates();
    private final RatePlaces places = new RatePlaces(rates, clock);

    @Test
    void turnsAreAsFarApartAsTheRateSays() {
        assertThat(places.reserve(7, 6)).isEqualTo(NOW);
        assertThat(places.reserve(7, 6)).isEqualTo(NOW.plusSeconds(10));
        assertThat(places.reserve(7, 6)).isEqualTo(NOW.plusSeconds(20));
        assertThat(places.reserve(8, 6)).isEqualTo(NOW);
    }

    @Test
    void theHighestRateIsOneAMillisecond() {
        places.reserve(7, 60_000);

        assertThat(places.reserve(7, 60_000)).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void processesShareTheTurns() {
        RatePlaces others = new RatePlaces(rates, clock);
        List<Instant> turns = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            turns.add(places.reserve(7, 600));
            turns.add(others.reserve(7, 600));
        }

        assertThat(turns).doesNotHaveDuplicates();
        turns.sort(null);
        for (int i = 0; i + 1 < turns.size(); i++) {
            assertThat(Duration.between(turns.get(i), turns.get(i + 1)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void manyTurnsCostFewWritesAndOneTurnReservesNoOther() {
        places.reserve(7, 60_000);
        assertThat(new RatePlaces(rates, clock).reserve(7, 60_000)).isEqualTo(NOW.plusMillis(1));
        for (int i = 0; i < 5_000; i++) {
            places.reserve(7, 60_000);
        }

        assertThat(rates.reservations()).isLessThan(20);
    }

    @Test
    void aTurnThatPassedUnusedIsNotMadeUpFor() {
        for (int i = 0; i < 20; i++) {
            places.reserve(7, 60);
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(places.reserve(7, 60)).isEqualTo(clock.instant());
        assertThat(places.reserve(7, 60)).isAfterOrEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void aNewRateCountsAtOnce() {
        for (int i = 0; i < 20; i++) {
            places.reserve(7, 6_000);
        }
        Instant slow = places.reserve(7, 6);

        assertThat(places.reserve(7, 6)).isEqualTo(slow.plusSeconds(10));
    }

    @Test
    void attemptsWaitForTheirTurns() {
        ServedSubscription one = new ServedSubscription();
        one.serve(Serving.NEW.withRatePerMinute(OptionalInt.of(60)));

        one.relay(5);
        assertThat(one.calls).hasSize(1);
        assertThat(one.deliveries.dueBefore(NOW.plusSeconds(60), 10)).hasSize(4);
        one.pass(Duration.ofSeconds(10));

        assertThat(one.calls)
                .containsExactly(
                        NOW,
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(2),
                        NOW.plusSeconds(3),
                        NOW.plusSeconds(4));
        assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(5);
    }

    @Test
    void laterAttemptsWaitForTurnsToo() {
        ServedSubscription one = new ServedSubscription();
        one.serve(Serving.NEW.withRatePerMinute(OptionalInt.of(6)));
        one.answer(500);
        one.relay(3);
        one.pass(Duration.ofSeconds(59));

        for (int i = 0; i + 1 < one.calls.size(); i++) {
            assertThat(Duration.between(one.calls.get(i), one.calls.get(i + 1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        }
        assertThat(one.calls).hasSizeBetween(4, 6);
    }
}
