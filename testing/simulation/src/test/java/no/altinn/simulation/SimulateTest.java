package no.altinn.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private boolean run(String... arguments) {
        return Simulate.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSeedIsToldWithItsTrace() {
        assertThat(run("--seed", "5")).isTrue();

        assertThat(told())
                .startsWith("seed 5 Plan[")
                .contains("FAULTS STOP", "QUIET", "message box", "schedules 1, of them broken 0");
    }

    @Test
    void manySchedulesAreSummedUp() {
        assertThat(run("--schedules", "3", "--from", "2")).isTrue();

        assertThat(told()).startsWith("schedules 3, of them broken 0").contains("schedules/s");
    }
}
