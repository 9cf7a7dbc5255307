package no.altinn.platform.pdp;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Records how long decisions take: the histogram {@code pdp.duration}, in seconds, with {@code
 * answered} telling whether all requests were answered. Belongs below the cache. Thread-safe.
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
        return measured(() -> decisionPoint.decide(requests), decisions -> true);
    }

    @Override
    public List<Optional<Decision>> decideEach(List<DecisionRequest> requests) {
        return measured(
                () -> decisionPoint.decideEach(requests),
                decisions -> decisions.stream().allMatch(Optional::isPresent));
    }

    private <T> T measured(Supplier<T> call, Predicate<T> isAnswer) {
        Instant start = clock.instant();
        boolean answered = false;
        try {
            T decisions = call.get();
            answered = isAnswer.test(decisions);
            return decisions;
        } finally {
            Duration taken = Duration.between(start, clock.instant());
            durations.record(
                    taken.toMillis() / MILLIS_PER_SECOND, Attributes.of(ANSWERED, answered));
        }
    }
}
