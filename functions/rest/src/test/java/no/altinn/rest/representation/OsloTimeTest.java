package no.altinn.rest.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class OsloTimeTest {
    @Test
    void aTimeIsOslosInWholeMilliseconds() {
        assertThat(OsloTime.of(Instant.parse("2026-01-02T09:00:00.120999999Z")))
                .isEqualTo("2026-01-02T10:00:00.12");
    }
}
