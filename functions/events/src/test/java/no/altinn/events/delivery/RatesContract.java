package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What every implementation of {@link Rates} does. */
public abstract class RatesContract {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000000006Z");
    private static final Duration EACH = Duration.ofMillis(20);
    private static final RateLine LINE = new RateLine(7, false);

    /** The implementation; all calls in a test are of the same one. */
    protected abstract Rates rates();

    @Test
    void theFirstTurnIsNow() {
        assertThat(reserve(NOW, 1)).isEqualTo(NOW);
    }

    @Test
    void turnsFollowEachOther() {
        reserve(NOW, 3);

        assertThat(reserve(NOW, 1)).isEqualTo(NOW.plus(EACH.multipliedBy(3)));
        assertThat(reserve(NOW, 2)).isEqualTo(NOW.plus(EACH.multipliedBy(4)));
    }

    @Test
    void noTurnIsInThePast() {
        reserve(NOW, 3);
        Instant later = NOW.plusSeconds(60);

        assertThat(reserve(later, 1)).isEqualTo(later);
        assertThat(reserve(NOW, 1)).isEqualTo(later.plus(EACH));
    }

    @Test
    void everyLineHasTurnsOfItsOwn() {
        reserve(NOW, 100);

        assertThat(rates().reserve(new RateLine(7, true), NOW, EACH, 1)).isEqualTo(NOW);
        assertThat(rates().reserve(new RateLine(8, false), NOW, EACH, 1)).isEqualTo(NOW);
        assertThat(rates().reserve(new RateLine(7, true), NOW, EACH, 1)).isEqualTo(NOW.plus(EACH));
    }

    @Test
    void aNewDistanceCountsFromTheTurnsThatWereReserved() {
        reserve(NOW, 2);

        rates().reserve(LINE, NOW, Duration.ofMinutes(1), 1);

        assertThat(reserve(NOW, 1)).isEqualTo(NOW.plusMillis(40).plusSeconds(60));
    }

    @Test
    void noTurnIsGivenOutTwiceHoweverManyAskAtOnce() {
        List<Instant> turns =
                IntStream.range(0, 40).parallel().mapToObj(i -> reserve(NOW, 1)).toList();

        assertThat(turns)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40)
                                .mapToObj(i -> NOW.plus(EACH.multipliedBy(i)))
                                .toList());
    }

    private Instant reserve(Instant earliest, int count) {
        return rates().reserve(LINE, earliest, EACH, count);
    }
}
