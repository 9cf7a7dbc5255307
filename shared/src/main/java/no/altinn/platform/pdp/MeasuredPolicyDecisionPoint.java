package no.altinn.platform.pdp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Records how long decisions take: the histogram {@code pdp.duration}, in seconds, with {@code
 * answered} telling whether there was an answer. Belongs below the cache. Thread-safe.
 */
public final class MeasuredPolicyDecisionPoint implements PolicyDecisionPoint {
    private static final AttributeKey<Boolean> ANSWERED = AttributeKey.booleanKey("answered");
    private static final double MILLIS_PER_SECOND = 1000;

    private final PolicyDecisionPoint decisionPoint;
    private final DoubleHistogram durations;
    private final Clock clock;

    public MeasuredPolicyDecisionPoint(
            PolicyDecisionPoint decisionPoint, Meter meter, Clock clock) {
        this.decisionPoint = decisionPoint;
        this.durations = meter.histogramBuilder("pdp.duration").setUnit("s").build();
        this.clock = clock;
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        Instant start = clock.instant();
        boolean answered = false;
        try {
            List<Decision> decisions = decisionPoint.decide(requests);
            answered = true;
            return decisions;
        } finally {
            Duration taken = Duration.between(start, clock.instant());
            durations.record(
                    taken.toMillis() / MILLIS_PER_SECOND, Attributes.of(ANSWERED, answered));
        }
    }
}
