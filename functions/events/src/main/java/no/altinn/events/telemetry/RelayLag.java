package no.altinn.events.telemetry;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.feed.FeedBatch;

import java.time.Clock;
import java.time.Duration;

/**
 * Measures how long events wait between being stored and being relayed: {@code events.relay.lag} in
 * seconds, one value for each batch, that of the event which waited longest. Thread-safe.
 */
public final class RelayLag {
    private static final double MILLIS_PER_SECOND = 1000;

    private final DoubleHistogram lag;
    private final Clock clock;

    public RelayLag(Meter meter, Clock clock) {
        this.lag = meter.histogramBuilder("events.relay.lag").setUnit("s").build();
        this.clock = clock;
    }

    /** Notes that a batch has been relayed now. */
    public void relayed(FeedBatch batch) {
        batch.oldestWrite()
                .map(written -> Duration.between(written, clock.instant()))
                .ifPresent(waited -> lag.record(waited.toMillis() / MILLIS_PER_SECOND));
    }
}
