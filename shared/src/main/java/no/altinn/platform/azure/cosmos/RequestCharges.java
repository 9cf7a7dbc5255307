package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.CosmosException;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;

/** Measures what requests cost in request units: {@code events.cosmos.request_charge}. */
public final class RequestCharges {
    private static final AttributeKey<String> CONTAINER = AttributeKey.stringKey("container");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("operation");

    private final DoubleHistogram histogram;

    public RequestCharges(Meter meter) {
        this.histogram =
                meter.histogramBuilder("events.cosmos.request_charge")
                        .setUnit("{request_unit}")
                        .build();
    }

    void record(ContainerSchema container, String operation, double units) {
        histogram.record(units, Attributes.of(CONTAINER, container.name(), OPERATION, operation));
    }

    /** A failure is paid for too. */
    void record(ContainerSchema container, String operation, CosmosException failure) {
        record(container, operation, failure.getRequestCharge());
    }
}
