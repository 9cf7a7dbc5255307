package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class MeasuredPolicyDecisionPointTest {
    private static final AttributeKey<Boolean> ANSWERED = AttributeKey.booleanKey("answered");

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final DoubleHistogram durations = mock();
    private final Meter meter = mock(RETURNS_DEEP_STUBS);

    @BeforeEach
    void measure() {
        when(meter.histogramBuilder("pdp.duration").setUnit("s").build()).thenReturn(durations);
    }

    @Test
    void aDecisionIsMeasuredInSeconds() {
        PolicyDecisionPoint measured =
                new MeasuredPolicyDecisionPoint(
                        requests -> {
                            clock.advance(Duration.ofMillis(1500));
                            return List.of(Decision.deny());
                        },
                        meter,
                        clock);

        assertThat(measured.decide(List.of(Requests.read(1, 50, "e1"))))
                .containsExactly(Decision.deny());
        verify(durations).record(1.5, Attributes.of(ANSWERED, true));
    }

    @Test
    void aFailureIsMeasuredAndPassedOn() {
        PolicyDecisionPoint measured =
                new MeasuredPolicyDecisionPoint(
                        requests -> {
                            clock.advance(Duration.ofSeconds(5));
                            throw new DecisionPointUnavailable("away");
                        },
                        meter,
                        clock);

        assertThatThrownBy(() -> measured.decide(List.of()))
                .isInstanceOf(DecisionPointUnavailable.class);
        verify(durations).record(5.0, Attributes.of(ANSWERED, false));
    }
}
