package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.feed.EventDocument;
import no.altinn.events.functions.JobTriggers;
import no.altinn.events.functions.TriggerFunctions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A notice that no function can read is dropped and counted: to get it again would never help. */
class MalformedNoticesTest {
    private static final Event EVENT = TestEvents.event("1");

    private static final List<String> MALFORMED =
            List.of(
                    "",
                    "no json",
                    "null",
                    "[]",
                    "{}",
                    "[".repeat(10_000),
                    "{\"retry\":\"other\",\"attempt\":1}",
                    "{\"retry\":7}",
                    "{\"retry\":\"delivery\",\"subscriptionId\":1,\"deliveryId\":\"a/b\","
                            + "\"attempt\":1}",
                    "{\"retry\":\"relay\",\"resource\":\"urn:r\",\"document\":\"\","
                            + "\"attempt\":1}",
                    "{\"retry\":\"relay\",\"resource\":\"urn:r\",\"document\":\"d\","
                            + "\"attempt\":-1}",
                    "{\"retry\":\"job\",\"subscriptionId\":1,\"jobId\":\"a?b\"}",
                    "{\"type\":\"no.altinn.events.delivery.due\",\"data\":{\"attempt\":1}}",
                    "{\"type\":\"no.altinn.events.delivery.due\",\"data\":{\"attempt\":1,"
                            + "\"subscriptionId\":1,\"deliveryId\":\""
                            + "x".repeat(256)
                            + "\"}}");

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private AppOverAzure app;

    /** A function that gets notices, by its name in the host. */
    enum Notified {
        DeliverEvent((app, text) -> triggers(app).deliverEvent(text)),
        RetryDelivery((app, text) -> triggers(app).retryDelivery(text)),
        RetryRelay((app, text) -> triggers(app).retryRelay(text)),
        RescueRelay((app, text) -> triggers(app).rescueRelay(text)),
        RescueRelease((app, text) -> triggers(app).rescueRelease(text)),
        ValidateSubscription((app, text) -> triggers(app).validateSubscription(text)),
        ProbeEndPoint((app, text) -> triggers(app).probeEndPoint(text)),
        RunJob((app, text) -> app.functions(JobTriggers.class).runJob(text));

        @SuppressWarnings("ImmutableEnumChecker") // Each is a lambda that keeps nothing.
        private final BiConsumer<AppOverAzure, String> fire;

        Notified(BiConsumer<AppOverAzure, String> fire) {
            this.fire = fire;
        }

        private static TriggerFunctions triggers(AppOverAzure app) {
            return app.functions(TriggerFunctions.class);
        }

        void fire(AppOverAzure app, String text) {
            fire.accept(app, text);
        }
    }

    @BeforeEach
    void start() throws IOException {
        app = new AppOverAzure(cosmos, TELEMETRY.getOpenTelemetry());
        app.subscribe();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private static Map<String, Long> counted() {
        return TELEMETRY.getMetrics().stream()
                .filter(metric -> metric.getName().equals("notices.malformed"))
                .flatMap(metric -> metric.getLongSumData().getPoints().stream())
                .collect(
                        Collectors.toMap(
                                point ->
                                        point.getAttributes()
                                                .get(AttributeKey.stringKey("trigger")),
                                LongPointData::getValue));
    }

    @ParameterizedTest
    @EnumSource(Notified.class)
    void everyMalformedNoticeIsCountedAndItsFunctionSucceeds(Notified function) {
        MALFORMED.forEach(text -> function.fire(app, text));

        assertThat(counted()).isEqualTo(Map.of(function.name(), (long) MALFORMED.size()));
        assertThat(app.queues().puts()).isEmpty();
        assertThat(app.platform().pushed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Notified.class)
    void aNoticeOfAnotherKindIsDroppedToo(Notified function) {
        // A retry of a kind that no queue of this function carries.
        Retry other =
                function == Notified.RunJob
                        ? new Retry.OfValidation(1, 1)
                        : new Retry.OfJob(1, "job");

        function.fire(app, RetryMessage.of(other).json());

        assertThat(counted()).isEqualTo(Map.of(function.name(), 1L));
    }

    @Test
    void aNoticeOfWhatIsNotThereIsNotMalformed() {
        DeliveryNotice unknown = new DeliveryNotice(new DeliveryKey(1, "unknown"), 1);
        Notified.DeliverEvent.fire(
                app, DeliveryNoticeMessage.toJson(unknown, cosmos.clock().instant()));
        Notified.RetryDelivery.fire(app, RetryMessage.of(new Retry.OfDelivery(unknown)).json());
        Notified.RetryRelay.fire(app, RetryMessage.of(new Retry.OfRelay(EVENT.key(), 0)).json());
        Notified.RunJob.fire(app, RetryMessage.of(new Retry.OfJob(1, "job")).json());

        assertThat(counted()).isEmpty();
    }

    @Test
    void aDocumentThatHoldsNoEventIsCountedAndTheOthersAreRelayed() {
        cosmos.stores().events().append(List.of(EVENT));
        app.functions(TriggerFunctions.class)
                .relayEvents(
                        "[{\"id\":\"x\"},7,%s]".formatted(new EventDocument(EVENT, "1").toJson()));
        app.carry();

        assertThat(counted()).isEqualTo(Map.of("RelayEvents", 2L));
        assertThat(app.platform().pushed()).containsExactly(EVENT.json());
    }

    @Test
    void theSweepMakesTheDeliveryWhoseNoticeEventGridGaveUp() {
        cosmos.stores().events().append(List.of(EVENT));
        app.feed();
        app.loseNotices();
        app.carry();
        assertThat(app.platform().pushed()).isEmpty();

        app.sweep();
        app.carry();

        assertThat(app.platform().pushed()).containsExactly(EVENT.json());
    }
}
