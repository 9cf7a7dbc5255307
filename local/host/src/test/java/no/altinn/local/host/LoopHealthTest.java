package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

final class LoopHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MutableClock clock = MutableClock.at(NOW);
    private final LoopHealth health = new LoopHealth(clock);

    @Test
    void withoutAFailureAllIsWell() {
        health.succeeded("feed");

        assertThat(health.failing()).isEmpty();
    }

    @Test
    void failuresInARowAreCountedFromTheFirst() {
        health.failed("feed", new IllegalStateException("a secret"));
        clock.advance(Duration.ofSeconds(90));
        health.failed("feed", new StackOverflowError());

        assertThat(health.failing())
                .containsExactly(
                        new LoopHealth.Failing(
                                "feed", NOW, NOW.plusSeconds(90), 2, "StackOverflowError"));
    }

    @Test
    void aSuccessEndsTheFailuresOfItsLoopAlone() {
        health.failed("feed", new IllegalStateException());
        health.failed("queue", new IllegalStateException());

        health.succeeded("feed");

        assertThat(health.failing()).extracting(LoopHealth.Failing::name).containsExactly("queue");
    }

    @Test
    void aFailureAfterWhichNothingHappensIsForgottenAfterTwoMinutes() {
        health.failed("function", new IllegalStateException());
        clock.advance(Duration.ofMinutes(2));
        assertThat(health.failing()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(health.failing()).isEmpty();

        health.failed("function", new IllegalStateException());

        assertThat(health.failing()).extracting(LoopHealth.Failing::failures).containsExactly(1);
    }
}
