package no.altinn.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.simulation.flaw.PlantedBug;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Schedules of each build; {@code bench/simulate} runs as many as are wanted. */
class SchedulesTest {
    private static final LongFunction<Schedule> SCHEDULES =
            Schedule.with(PlantedBug.NONE, 0, Schedule.USUAL_SKEW);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aScheduleOfFaultsBreaksNothing(long seed) {
        Schedule schedule = SCHEDULES.apply(seed);

        assertThat(schedule.verdict().broken()).as(() -> schedule.report(1_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 19})
    void theSameSeedGivesTheSameSchedule(long seed) {
        Schedule one = SCHEDULES.apply(seed);
        Schedule other = Schedule.with(PlantedBug.NONE, 0, Schedule.USUAL_SKEW).apply(seed);

        assertThat(other.report(10_000)).isEqualTo(one.report(10_000));
        assertThat(other.simulation().world().trace().hash())
                .isEqualTo(one.simulation().world().trace().hash());
    }

    @Test
    void anotherSeedGivesAnotherSchedule() {
        assertThat(SCHEDULES.apply(2).simulation().world().trace().hash())
                .isNotEqualTo(SCHEDULES.apply(1).simulation().world().trace().hash());
    }

    @Test
    void aSeedKeepsItsProcessesAndClocks() {
        Schedule schedule = Schedule.with(PlantedBug.NONE, 4, Duration.ofMillis(300)).apply(7);

        assertThat(schedule.simulation().plan().instances()).isEqualTo(4);
        assertThat(schedule.simulation().plan().skew()).isEqualTo(Duration.ofMillis(300));
    }
}
