package no.altinn.events.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.delivery.QueueAges;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

class OldestMessagesTest {
    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static void measure(QueueAges ages) {
        new OldestMessages(ages, TELEMETRY.getOpenTelemetry().getMeter("test")).measure();
    }

    private static Map<String, Double> told() {
        return TELEMETRY.getMetrics().stream()
                .filter(metric -> metric.getName().equals("queues.oldest"))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .collect(
                        Collectors.toMap(
                                point -> point.getAttributes().get(AttributeKey.stringKey("queue")),
                                HistogramPointData::getMax));
    }

    @Test
    void theAgeOfEachQueueIsToldInSecondsAlsoWhereNothingWaits() {
        measure(() -> Map.of("relays", Duration.ofMillis(90_500), "jobs", Duration.ZERO));

        assertThat(told()).isEqualTo(Map.of("relays", 90.5, "jobs", 0.0));
    }

    @Test
    void queuesThatCannotBeLookedAtFailTheFunctionThatLooks() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                measure(
                                        () -> {
                                            throw new Unavailable("away");
                                        }));
        assertThat(told()).isEmpty();
    }
}
