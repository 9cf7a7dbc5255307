package no.altinn.local.host.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class NcronScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "0 */5 * * * *, 2026-03-01T12:00:00Z, 2026-03-01T12:05:00Z",
        "*/30 * * * * *, 2026-03-01T12:00:01Z, 2026-03-01T12:00:30Z",
        "*/5 * * * *, 2026-03-01T12:00:01Z, 2026-03-01T12:05:00Z",
        "'0 0 9-17 * * *', 2026-03-01T17:30:00Z, 2026-03-02T09:00:00Z",
        "'0 30 9 * JAN-MAR MON-FRI', 2026-03-31T09:30:00Z, 2027-01-01T09:30:00Z",
        "'0 0 0 * * 0', 2026-03-02T00:00:00Z, 2026-03-08T00:00:00Z",
        "'0 0 0 * * 7', 2026-03-02T00:00:00Z, 2026-03-08T00:00:00Z",
        "'0 0 0 1,15 * *', 2026-03-02T00:00:00Z, 2026-03-15T00:00:00Z",
        "'0 0 0 13 * 5', 2026-03-14T00:00:00Z, 2026-11-13T00:00:00Z",
    })
    void theNextTimeIsTheFirstThatEveryFieldAllows(String expression, Instant after, Instant next) {
        assertThat(NcronSchedule.parse(expression).after(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "60 * * * * *", "0 0 0 * * * *", "00:05:00", "0 0 0 ? * L"})
    void whatIsNoNcrontabIsRefused(String expression) {
        assertThatThrownBy(() -> NcronSchedule.parse(expression))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
