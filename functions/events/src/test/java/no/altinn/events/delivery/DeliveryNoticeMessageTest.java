package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class DeliveryNoticeMessageTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final DeliveryNotice NOTICE = new DeliveryNotice(new DeliveryKey(7, "abc"), 1);

    @Test
    void aNoticeIsACloudEventWithIdsOnly() {
        assertThat(DeliveryNoticeMessage.toJson(NOTICE, NOW))
                .isEqualTo(
                        """
                        {"specversion":"1.0","id":"abc-1","source":"/events/api/v1",\
                        "type":"no.altinn.events.delivery.due","subject":"subscriptions/7",\
                        "time":"2026-01-01T12:00:00Z","datacontenttype":"application/json",\
                        "data":{"subscriptionId":7,"deliveryId":"abc","attempt":1}}""");
    }

    @Test
    void aNoticeIsReadBackFromItsCloudEvent() {
        assertThat(DeliveryNoticeMessage.read(DeliveryNoticeMessage.toJson(NOTICE, NOW)))
                .isEqualTo(NOTICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"type\":\"other\",\"data\":{}}",
                "{\"type\":\"no.altinn.events.delivery.due\"}",
                "{\"type\":\"no.altinn.events.delivery.due\",\"data\":\"text\"}",
                "{\"type\":\"no.altinn.events.delivery.due\",\"data\":{\"attempt\":1}}"
            })
    void aCloudEventOfSomeoneElseIsRefused(String json) {
        assertThatThrownBy(() -> DeliveryNoticeMessage.read(json))
                .isInstanceOf(MalformedMessage.class);
    }
}
