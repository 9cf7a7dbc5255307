package no.altinn.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class RetryScheduleTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(10);

    @Test
    void anExactScheduleWaitsForItsDelaysAndThenEnds() {
        RetrySchedule schedule = RetrySchedule.exactly(FIRST, LAST);

        assertThat(schedule.after(1)).contains(FIRST);
        assertThat(schedule.after(2)).contains(LAST);
        assertThat(schedule.after(3)).isEmpty();
        assertThat(schedule.after(2, new Random(1))).contains(LAST);
    }

    @Test
    void theLastWaitIsThereForAttemptsThatGoOnForEver() {
        assertThat(RetrySchedule.exactly(FIRST, LAST).last()).isEqualTo(LAST);
    }
}
