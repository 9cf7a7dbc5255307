package no.altinn.events.telemetry;

import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.filter.FilterErrors;

/** Counts the filters that could not be evaluated: {@code filters.errors}. Thread-safe. */
public final class MeteredFilterErrors implements FilterErrors {
    private final LongCounter errors;

    public MeteredFilterErrors(Meter meter) {
        this.errors = meter.counterBuilder("filters.errors").build();
    }

    @Override
    public void failed() {
        errors.add(1);
    }
}
