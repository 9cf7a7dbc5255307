package no.altinn.platform.client;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class HttpLimitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aTimeoutThatNeverEndsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpLimits(SECOND, Duration.ZERO, SECOND, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpLimits(Duration.ZERO, SECOND, SECOND, 1));
    }

    @Test
    void anAnswerMustHaveRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpLimits(SECOND, SECOND, SECOND, 0));
    }

    @Test
    void aCallIsTriedAtLeastOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpLimits(SECOND, SECOND, SECOND, 1, 0));
    }
}
