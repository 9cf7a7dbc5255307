package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.random.RandomGenerator;

class PushScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "1, PT10S",
        "2, PT30S",
        "3, PT1M",
        "4, PT5M",
        "5, PT10M",
        "6, PT30M",
        "7, PT1H",
        "8, PT3H",
        "9, PT6H",
        "10, PT12H",
        "11, PT12H"
    })
    void theDelaysAreThoseOfTheContract(int failed, Duration delay) {
        assertThat(PushSchedule.TWELVE_ATTEMPTS.after(failed, always(0.5))).contains(delay);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void thereAreTwelveAttempts(int failed) {
        assertThat(PushSchedule.TWELVE_ATTEMPTS.after(failed, always(0.5))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, PT9S", "0.75, PT10.5S", "0.9999999999, PT11S"})
    void chanceMovesADelayByATenthAtMost(double chance, Duration delay) {
        assertThat(PushSchedule.TWELVE_ATTEMPTS.after(1, always(chance))).contains(delay);
    }

    @Property
    void noDelayIsOutsideItsBounds(
            @ForAll @IntRange(min = 1, max = 11) int failed,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        Duration delay = PushSchedule.TWELVE_ATTEMPTS.delays().get(failed - 1);

        assertThat(PushSchedule.TWELVE_ATTEMPTS.after(failed, always(chance)).orElseThrow())
                .isBetween(
                        delay.multipliedBy(9).dividedBy(10), delay.multipliedBy(11).dividedBy(10));
    }

    private static RandomGenerator always(double chance) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only doubles are asked for");
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
    }
}
