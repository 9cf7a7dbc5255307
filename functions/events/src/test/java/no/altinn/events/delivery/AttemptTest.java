package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.webhook.ErrorKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class AttemptTest {
    private static Attempt attempt(int status, String reason) {
        return new Attempt(1, Instant.EPOCH, Duration.ZERO, status, reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    void anAnswerOf2xxIsSuccess(int status) {
        assertThat(attempt(status, "").succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 410, 503})
    void everyOtherAnswerIsNone(int status) {
        assertThat(attempt(status, "").succeeded()).isFalse();
    }

    @Test
    void withoutAnAnswerThereMustBeNothingWrong() {
        Attempt untold =
                new Attempt(
                        1,
                        Instant.EPOCH,
                        Duration.ZERO,
                        0,
                        "",
                        Trigger.SCHEDULE,
                        Optional.of(ErrorKind.CONNECT),
                        Optional.empty());

        assertThat(attempt(0, "").succeeded()).isTrue();
        assertThat(attempt(0, "the lock ran out").succeeded()).isFalse();
        assertThat(untold.succeeded()).isFalse();
    }
}
