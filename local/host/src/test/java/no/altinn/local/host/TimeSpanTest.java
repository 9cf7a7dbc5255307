package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

final class TimeSpanTest {
    @Test
    void hoursMinutesAndSecondsAreRead() {
        assertThat(TimeSpan.parse("01:02:03")).isEqualTo(Duration.parse("PT1H2M3S"));
    }

    @Test
    void daysAndFractionsAreRead() {
        assertThat(TimeSpan.parse("2.00:00:00.25")).isEqualTo(Duration.parse("P2DT0.25S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "00:05", "PT5S", "-00:00:01", "00:00:0x"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a time span");
    }
}
