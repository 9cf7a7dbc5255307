package no.altinn.events.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class MalformedNoticesTest {
    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private MalformedNotices notices;

    @BeforeEach
    void begin() {
        notices = new MalformedNotices(TELEMETRY.getOpenTelemetry().getMeter("test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "null",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"secret\"}",
                "{\"type\":\"no.altinn.events.delivery.due\"}",
                "{\"type\":\"no.altinn.events.delivery.due\",\"data\":\"secret\"}",
                "{\"type\":\"no.altinn.events.delivery.due\",\"data\":"
                        + "{\"subscriptionId\":\"secret\",\"deliveryId\":\"a\",\"attempt\":1}}",
                "{\"type\":\"no.altinn.events.delivery.due\",\"data\":"
                        + "{\"subscriptionId\":99999999999,\"deliveryId\":\"a\",\"attempt\":1}}"
            })
    void whatIsNoNoticeIsToldAndCountedAndGivesNothing(String text) {
        try (CapturedLog log = CapturedLog.of(MalformedNotices.class)) {
            assertThat(notices.read(text)).isEmpty();

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("notice malformed", "characters=" + text.length())
                    .doesNotContain("secret");
        }
        assertThat(TELEMETRY.getMetrics())
                .singleElement()
                .satisfies(
                        metric ->
                                assertThat(metric.getName())
                                        .isEqualTo("deliveries.malformed_notices"));
    }

    @Test
    void aNoticeIsReadAndNotCounted() {
        DeliveryNotice notice = new DeliveryNotice(new DeliveryKey(7, "id"), 1);

        assertThat(notices.read(DeliveryNoticeMessage.toJson(notice, Instant.EPOCH)))
                .contains(notice);
        assertThat(TELEMETRY.getMetrics()).isEmpty();
    }
}
