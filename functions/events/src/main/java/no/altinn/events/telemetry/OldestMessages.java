package no.altinn.events.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.QueueAges;
import no.altinn.platform.client.Unavailable;

/**
 * Measures for how long the oldest message of each queue has been due (seconds): {@code
 * queues.oldest{queue}}. Thread-safe.
 */
public final class OldestMessages {
    private static final AttributeKey<String> QUEUE = AttributeKey.stringKey("queue");
    private static final double MILLIS_PER_SECOND = 1000;

    private final QueueAges ages;
    private final DoubleHistogram oldest;

    public OldestMessages(QueueAges ages, Meter meter) {
        this.ages = ages;
        this.oldest = meter.histogramBuilder("queues.oldest").setUnit("s").build();
    }

    /**
     * Looks at every queue once. A queue where nothing waits is told too: an alert then knows
     * silence from health.
     *
     * @throws Unavailable if the queues cannot be looked at now
     */
    public void measure() {
        ages.oldest()
                .forEach(
                        (queue, age) ->
                                oldest.record(
                                        age.toMillis() / MILLIS_PER_SECOND,
                                        Attributes.of(QUEUE, queue)));
    }
}
