package no.altinn.events.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.job.JobKind;

/** Counts the steps of jobs by their kind: {@code jobs.steps}. Thread-safe. */
public final class JobSteps {
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("kind");

    private final LongCounter steps;

    public JobSteps(Meter meter) {
        this.steps = meter.counterBuilder("jobs.steps").build();
    }

    /** Notes that a step has been made. */
    public void made(JobKind kind) {
        steps.add(1, Attributes.of(KIND, kind.label()));
    }
}
