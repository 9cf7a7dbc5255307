package no.altinn.events.telemetry;

import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.pull.LostLocks;

/** Counts the locks that ran out: {@code pull.lock_lost}. Thread-safe. */
public final class MeteredLocks implements LostLocks {
    private final LongCounter lost;

    public MeteredLocks(Meter meter) {
        this.lost = meter.counterBuilder("pull.lock_lost").build();
    }

    @Override
    public void add() {
        lost.add(1);
    }
}
