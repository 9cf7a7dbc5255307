package no.altinn.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class OptionsTest {
    @Test
    void withoutOptionsAThousandSchedulesAreMade() {
        assertThat(Options.read())
                .isEqualTo(new Options(1_000, 1, false, 0, Duration.ofSeconds(1), false));
    }

    @Test
    void eachOptionIsRead() {
        assertThat(
                        Options.read(
                                "--schedules",
                                "5",
                                "--from",
                                "-7",
                                "--instances",
                                "3",
                                "--skew",
                                "PT3S",
                                "--bugs"))
                .isEqualTo(new Options(5, -7, false, 3, Duration.ofSeconds(3), true));
    }

    @Test
    void aSeedIsOneSchedule() {
        assertThat(Options.read("--schedules", "5", "--seed", "42"))
                .isEqualTo(new Options(1, 42, true, 0, Duration.ofSeconds(1), false));
    }

    @ParameterizedTest
    @CsvSource({
        "--schedules,0,'--schedules is a number from 1 to 10000000, not ''0'''",
        "--schedules,many,'--schedules is a number from 1 to 10000000, not ''many'''",
        "--instances,1,'--instances is a number from 2 to 4, not ''1'''",
        "--instances,5,'--instances is a number from 2 to 4, not ''5'''",
        "--skew,1s,'--skew is a duration from PT0S to PT1M, for example PT1S, not ''1s'''",
        "--skew,PT-1S,'--skew is a duration from PT0S to PT1M, for example PT1S, not ''PT-1S'''",
        "--skew,PT2H,'--skew is a duration from PT0S to PT1M, for example PT1S, not ''PT2H'''"
    })
    void aWrongValueIsRefused(String name, String value, String message) {
        assertThatThrownBy(() -> Options.read(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownOptionAndAMissingValueAreRefusedWithTheUsage() {
        assertThatThrownBy(() -> Options.read("--speed", "9"))
                .hasMessageStartingWith("--speed is no option. bench/simulate");
        assertThatThrownBy(() -> Options.read("--seed"))
                .hasMessageStartingWith("--seed has no value. bench/simulate");
    }
}
