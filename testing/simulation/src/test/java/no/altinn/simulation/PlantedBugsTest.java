package no.altinn.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.simulation.flaw.PlantedBug;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Bugs that few schedules find; {@code bench/simulate --bugs} looks for all of them. */
class PlantedBugsTest {
    private static final int MOST = 25;

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({
        "CACHE_WITHOUT_SUBJECT, nothing is delivered or shown that was denied",
        "ASKED_ONCE, nothing is delivered or shown that was denied",
        "EARLY_ACKNOWLEDGEMENT, what was acknowledged is stored",
        "KEY_WITHOUT_SUBSCRIPTION, 'what is stored, matched and permitted has a delivery'",
        "STUCK_LOCKS, every delivery comes to an end that has its cause",
        "SWEEP_FINDS_NOTHING, every delivery comes to an end that has its cause"
    })
    void aPlantedBugIsFound(PlantedBug bug, String sentence) {
        LongFunction<Schedule> schedules = Schedule.with(bug, 0, Schedule.USUAL_SKEW);

        List<String> broken =
                LongStream.rangeClosed(1, MOST)
                        .mapToObj(schedules)
                        .map(Schedule::broken)
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse(List.of());

        assertThat(broken).anyMatch(one -> one.startsWith(sentence));
    }
}
