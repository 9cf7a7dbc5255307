package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.event.EventKey;
import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

final class RetryMessageTest {
    static Stream<Arguments> retries() {
        return Stream.of(
                Arguments.of(
                        new Retry.OfDelivery(new DeliveryNotice(new DeliveryKey(7, "abc"), 3)),
                        "deliveries",
                        """
                        {"retry":"delivery","subscriptionId":7,"deliveryId":"abc","attempt":3}"""),
                Arguments.of(
                        new Retry.OfRelay(new EventKey("urn:altinn:resource:a", "xyz"), 0),
                        "relays",
                        """
                        {"retry":"relay","resource":"urn:altinn:resource:a","document":"xyz",\
                        "attempt":0}"""),
                Arguments.of(
                        new Retry.OfRelay(
                                new EventKey("urn:altinn:resource:a", "xyz"), 1, new Piece(5, 9)),
                        "relays",
                        """
                        {"retry":"relay","resource":"urn:altinn:resource:a","document":"xyz",\
                        "attempt":1,"after":5,"until":9}"""),
                Arguments.of(
                        new Retry.OfValidation(7, 2),
                        "validations",
                        """
                        {"retry":"validation","subscriptionId":7,"attempt":2}"""));
    }

    @ParameterizedTest
    @MethodSource("retries")
    void eachKindHasItsQueueAndText(Retry retry, String queue, String json) {
        assertThat(RetryMessage.of(retry)).isEqualTo(new RetryMessage(queue, json));
    }

    @ParameterizedTest
    @MethodSource("retries")
    void aTextIsReadAsTheRetryThatItWasWrittenFor(Retry retry, String queue, String json) {
        assertThat(RetryMessage.read(json)).isEqualTo(retry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"retry\":7}",
                "{\"retry\":\"other\",\"attempt\":1}",
                "{\"retry\":\"validation\",\"subscriptionId\":7}",
                "{\"retry\":\"validation\",\"subscriptionId\":\"7\",\"attempt\":1}",
                "{\"retry\":\"validation\",\"subscriptionId\":7000000000,\"attempt\":1}",
                "{\"retry\":\"delivery\",\"subscriptionId\":7,\"deliveryId\":null,\"attempt\":1}"
            })
    void aTextOfSomeoneElseIsRefused(String json) {
        assertThatThrownBy(() -> RetryMessage.read(json)).isInstanceOf(MalformedMessage.class);
    }
}
