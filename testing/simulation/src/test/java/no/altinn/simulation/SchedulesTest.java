package no.altinn.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.schedule.Plan;
import no.altinn.simulation.schedule.Simulation;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.verdict.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.stream.LongStream;

class SchedulesTest {
    private static final Duration SKEW = Duration.ofSeconds(1);
    private static final Callers CALLERS = new Callers();

    private static Simulation run(long seed) {
        Chance chance = new Chance(seed);
        Simulation simulation = new Simulation(seed, Plan.drawn(chance, 0, SKEW), CALLERS, chance);
        simulation.run();
        return simulation;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("seeds")
    void aScheduleOfFaultsBreaksNothing(long seed) {
        Simulation simulation = run(seed);

        Verdict verdict = Verdict.on(simulation);

        assertThat(verdict.broken())
                .as(() -> String.join("\n", simulation.world().trace().lines()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 19})
    void theSameSeedGivesTheSameSchedule(long seed) {
        Simulation one = run(seed);
        Simulation other = run(seed);

        assertThat(other.world().trace().lines()).isEqualTo(one.world().trace().lines());
        assertThat(other.world().trace().hash()).isEqualTo(one.world().trace().hash());
    }

    @Test
    void anotherSeedGivesAnotherSchedule() {
        assertThat(run(2).world().trace().hash()).isNotEqualTo(run(1).world().trace().hash());
    }
}
