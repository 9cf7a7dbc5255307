package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.delivery.Retry.OfRelease.Look;
import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class RetryMessageTest {
    private static final SubscriptionKey SUBSCRIPTION =
            new SubscriptionKey(7, "urn:altinn:resource:a", "f");

    static Stream<Arguments> retries() {
        return Stream.of(
                Arguments.of(
                        new Retry.OfDelivery(new DeliveryNotice(new DeliveryKey(7, "abc"), 3)),
                        "deliveries",
                        """
                        {"retry":"delivery","subscriptionId":7,"deliveryId":"abc","attempt":3}"""),
                Arguments.of(
                        new Retry.OfDelivery(
                                new DeliveryNotice(new DeliveryKey(7, "abc"), 3, true)),
                        "deliveries",
                        """
                        {"retry":"delivery","subscriptionId":7,"deliveryId":"abc","attempt":3,\
                        "placed":true}"""),
                Arguments.of(
                        new Retry.OfProbe(SUBSCRIPTION),
                        "probes",
                        """
                        {"retry":"probe","subscriptionId":7,"resource":"urn:altinn:resource:a",\
                        "fingerprint":"f"}"""),
                Arguments.of(
                        new Retry.OfRelease(SUBSCRIPTION, Look.SOON, Optional.empty()),
                        "probes",
                        """
                        {"retry":"release","subscriptionId":7,"resource":"urn:altinn:resource:a",\
                        "fingerprint":"f","look":"soon"}"""),
                Arguments.of(
                        new Retry.OfRelease(
                                SUBSCRIPTION,
                                Look.NOW,
                                Optional.of(Instant.parse("2026-01-02T03:04:05.000000006Z"))),
                        "probes",
                        """
                        {"retry":"release","subscriptionId":7,"resource":"urn:altinn:resource:a",\
                        "fingerprint":"f","look":"now",\
                        "discardUntil":"2026-01-02T03:04:05.000000006Z"}"""),
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
                        {"retry":"validation","subscriptionId":7,"attempt":2}"""),
                Arguments.of(
                        new Retry.OfJob(7, "abc"),
                        "jobs",
                        """
                        {"retry":"job","subscriptionId":7,"jobId":"abc"}"""));
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
                "{\"retry\":\"probe\",\"subscriptionId\":7}",
                "{\"retry\":\"release\",\"subscriptionId\":7,\"resource\":\"r\",\"fingerprint\":\"f\","
                        + "\"look\":\"never\"}",
                "{\"retry\":\"release\",\"subscriptionId\":7,\"resource\":\"r\",\"fingerprint\":\"f\","
                        + "\"look\":\"now\",\"discardUntil\":\"soon\"}",
                "{\"retry\":\"validation\",\"subscriptionId\":7}",
                "{\"retry\":\"delivery\",\"subscriptionId\":7,\"deliveryId\":\"\",\"attempt\":1}",
                "{\"retry\":\"delivery\",\"subscriptionId\":7,\"deliveryId\":\"a/b\",\"attempt\":1}",
                "{\"retry\":\"relay\",\"resource\":\"r\",\"document\":\"a#b\",\"attempt\":0}",
                "{\"retry\":\"relay\",\"resource\":\"r\",\"document\":\"a\",\"attempt\":-1}",
                "{\"retry\":\"relay\",\"resource\":\"r\",\"document\":\"a\",\"attempt\":1000001}",
                "{\"retry\":\"job\",\"subscriptionId\":7,\"jobId\":\"a?b\"}",
                "{\"retry\":\"probe\",\"subscriptionId\":7,\"resource\":\"r\",\"fingerprint\":\"a\\\\b\"}",
                "{\"retry\":\"validation\",\"subscriptionId\":\"7\",\"attempt\":1}",
                "{\"retry\":\"validation\",\"subscriptionId\":7000000000,\"attempt\":1}",
                "{\"retry\":\"delivery\",\"subscriptionId\":7,\"deliveryId\":null,\"attempt\":1}"
            })
    void aTextOfSomeoneElseIsRefused(String json) {
        assertThatThrownBy(() -> RetryMessage.read(json)).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void aMessageTellsHowLongItsQueueHidesItAndIsReadAsBefore() {
        RetryMessage message = RetryMessage.of(new Retry.OfValidation(7, 2));

        RetryMessage hidden = message.hiddenFor(60);

        assertThat(RetryMessage.read(hidden.json())).isEqualTo(new Retry.OfValidation(7, 2));
        assertThat(RetryMessage.delayOf(hidden.json())).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryMessage.delayOf(message.json())).isZero();
        assertThat(message.hiddenFor(0)).isEqualTo(message);
    }

    /** For a kind without either, a message that its queue gives up is lost for good. */
    @Test
    void everyKindIsFoundByASweepOrTakenFromThePoisonQueue() {
        Set<Class<?>> swept =
                Set.of(
                        Retry.OfDelivery.class,
                        Retry.OfValidation.class,
                        Retry.OfProbe.class,
                        Retry.OfJob.class);

        assertThat(retries().map(one -> (Retry) one.get()[0]))
                .extracting(Object::getClass)
                .containsAll(List.of(Retry.class.getPermittedSubclasses()));
        assertThat(retries().map(one -> (Retry) one.get()[0]))
                .filteredOn(retry -> !swept.contains(retry.getClass()))
                .extracting(retry -> RetryMessage.of(retry).queue() + "-poison")
                .isSubsetOf(RetryMessage.QUEUES);
    }
}
