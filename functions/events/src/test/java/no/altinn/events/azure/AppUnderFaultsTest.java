package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.azure.functions.HttpResponseMessage;

import mockwebserver3.MockResponse;

import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.functions.PlatformFunctions;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.events.functions.ReadFunctions;
import no.altinn.events.functions.SubscriptionFunctions;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the app answers while a part of Azure is away, and that all it has acknowledged is delivered
 * once the part is back.
 */
class AppUnderFaultsTest {
    private static final String BASE = "https://platform.example/events/api/v1/";
    private static final Event EVENT = TestEvents.event("1");
    private static final FakeMessage EVERYTHING =
            FakeMessage.get(BASE + "events?after=0&resource=" + TestEvents.RESOURCE);
    private static final FakeMessage ABOUT_ONE =
            EVERYTHING.with("altinn-alternativesubject", "/org/1");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY = KEY.replace("AAAA", "BBBB");
    private static final List<Event> BATCH = TestEvents.numbered("e", 3);

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private AppOverAzure app;

    @BeforeEach
    void start() throws IOException {
        app = new AppOverAzure(cosmos);
        app.subscribe();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private int publish(Event event) {
        return publish("application/cloudevents+json", event.json());
    }

    private int publish(List<Event> batch) {
        return publish(
                "application/cloudevents-batch+json",
                batch.stream().map(Event::json).collect(Collectors.joining(",", "[", "]")));
    }

    private int publish(String type, String body) {
        return app.functions(PublishFunctions.class)
                .publishEvent(
                        FakeMessage.post(BASE + "events", body)
                                .with("content-type", type)
                                .with("authorization", "Bearer " + app.bearer()))
                .getStatusCode();
    }

    private int store(Event event) {
        return app.functions(PlatformFunctions.class)
                .storeEvent(
                        FakeMessage.post(BASE + "storage/events", event.json())
                                .with("content-type", "application/cloudevents+json")
                                .with("platformaccesstoken", app.platformAccessToken()))
                .getStatusCode();
    }

    private void throttle(int times) {
        cosmos.server()
                .faults()
                .next(Operation.CREATE, times, Fault.throttled(Duration.ofMillis(1)));
    }

    private void assertPushed(Event... events) {
        assertThat(app.platform().pushed())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(events).stream().map(Event::json).toList());
    }

    @Test
    void whileAllIsWellAnEventIsPushedOnce() {
        assertThat(publish(EVENT)).isEqualTo(200);
        app.feed();
        app.carry();

        assertPushed(EVENT);
        assertThat(app.queues().requests()).isEmpty();
    }

    @Test
    void aStoreThatIsBusyForAMomentTakesTheEvent() {
        throttle(3);

        assertThat(publish(EVENT)).isEqualTo(200);

        assertThat(app.stored()).containsExactly("1");
    }

    @Test
    void aStoreThatStaysBusyAcknowledgesNothing() {
        throttle(1_000);

        assertThat(publish(EVENT)).isEqualTo(503);
        assertThat(publish(BATCH)).isEqualTo(503);

        assertThat(app.stored()).isEmpty();
    }

    @Test
    void anEventThatFitsIntoNoDocumentIsTheClientsError() {
        cosmos.server().faults().next(Operation.CREATE, new Fault.Refused(413, Duration.ZERO));

        assertThat(publish(EVENT)).isEqualTo(413);

        assertThat(app.stored()).isEmpty();
    }

    @Test
    void anEventThatIsKeptInBase64IsPushedAsItWas() {
        Event event = TestEvents.quotationMarks("1", 1 << 20);

        assertThat(publish(event)).isEqualTo(200);
        app.feed();
        app.carry();

        assertPushed(event);
    }

    @Test
    void aBatchThatWasStoredInPartIsNotAcknowledgedAndIsPushedOnceAfterAll() {
        cosmos.server().faults().next(Operation.CREATE, new Fault.After(() -> {}));
        throttle(1_000);
        assertThat(publish(BATCH)).isEqualTo(503);
        cosmos.server().faults().clear();
        assertThat(app.stored()).hasSize(1);
        app.feed();

        assertThat(publish(BATCH)).isEqualTo(200);
        app.feed();
        app.carry();

        assertPushed(BATCH.toArray(Event[]::new));
    }

    @Test
    void withoutAnAnswerOfTheStoreNoEventIsAcknowledged() {
        cosmos.server().faults().next(Operation.CREATE, 1_000, new Fault.Dropped());

        assertThat(publish(EVENT)).isEqualTo(503);
    }

    @Test
    void withoutEventGridEventsAreTakenAndGoByTheQueue() {
        app.topic().away(true);

        assertThat(publish(EVENT)).isEqualTo(200);
        app.feed();
        app.carry();

        assertPushed(EVENT);
        assertThat(app.queues().puts()).hasSize(1);
    }

    @Test
    void withoutTheQueueEventsAreTakenAndPushed() {
        app.queues().away(true);

        assertThat(publish(EVENT)).isEqualTo(200);
        app.feed();
        app.carry();

        assertPushed(EVENT);
    }

    @Test
    void withoutBothEventsAreTakenAndPushedOnceAfterwards() {
        app.topic().away(true);
        app.queues().away(true);
        assertThat(publish(EVENT)).isEqualTo(200);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(app::feed);
        app.topic().away(false);
        app.queues().away(false);

        // The host hands over again what has failed.
        app.feed();
        app.sweep();
        app.carry();

        assertPushed(EVENT);
    }

    @Test
    void whileTheStoreIsAwayTheFeedIsNotDoneAndNothingIsLost() {
        assertThat(publish(EVENT)).isEqualTo(200);
        throttle(1_000);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(app::feed);
        cosmos.server().faults().clear();

        app.feed();
        app.carry();

        assertPushed(EVENT);
    }

    @Test
    void withoutTheQueueASubscriptionIsNotAcknowledgedButTheSameRequestSucceedsLater() {
        app.queues().away(true);
        assertThat(subscribe().getStatusCode()).isEqualTo(503);
        app.queues().away(false);

        HttpResponseMessage answer = subscribe();
        app.carry();

        assertThat(answer.getStatusCode()).isEqualTo(201);
        int id = Json.parse(answer.getBody().toString()).path("id").asInt();
        assertThat(cosmos.stores().subscriptions().find(id))
                .hasValueSatisfying(made -> assertThat(made.isValidated()).isTrue());
    }

    private HttpResponseMessage subscribe() {
        String body =
                Json.object()
                        .put("endPoint", app.hook().toString())
                        .put("resourceFilter", TestEvents.RESOURCE)
                        .put("typeFilter", "another.type")
                        .toString();
        return app.functions(SubscriptionFunctions.class)
                .subscribe(
                        FakeMessage.post(BASE + "subscriptions", body)
                                .with("content-type", "application/json")
                                .with("authorization", "Bearer " + app.bearer()));
    }

    @Test
    void withoutKeyVaultAnEventWaitsHalfAMinuteForItsSignatureAndIsPushedOnce() {
        assertThat(publish(EVENT)).isEqualTo(200);
        app.feed();
        // The first try and the one that follows it.
        for (int i = 0; i < 2; i++) {
            app.vault().fail(new MockResponse.Builder().code(503).build());
        }
        app.carryOne();

        assertThat(app.platform().pushed()).isEmpty();
        assertThat(app.queues().puts())
                .singleElement()
                .satisfies(
                        put ->
                                assertThat(put.visibility())
                                        .isBetween(Duration.ofSeconds(22), Duration.ofSeconds(30)));
        cosmos.clock().advance(Duration.ofSeconds(30));
        app.carry();
        assertPushed(EVENT);
    }

    @Test
    void withoutKeyVaultWhoeverNeedsNoCertificateIsServed() {
        keyVaultFailsOnce();

        assertThat(publish(EVENT)).isEqualTo(200);

        assertThat(app.vault().served()).isEmpty();
    }

    @Test
    void withoutKeyVaultAPlatformAccessTokenIsNeitherTrustedNorRefused() {
        keyVaultFailsOnce();
        assertThat(store(EVENT)).isEqualTo(503);
        assertThat(app.stored()).isEmpty();

        // That it could not be asked is remembered for some seconds.
        cosmos.clock().advance(Duration.ofSeconds(6));

        assertThat(store(EVENT)).isEqualTo(200);
        assertThat(app.stored()).containsExactly("1");
    }

    @Test
    void withoutTheCursorKeyOnlyWhoNamesASubjectInAHeaderHasToWait() {
        publish(TestEvents.event("1", Map.of("alternativesubject", "/org/1")));
        assertThat(app.stored()).containsExactly("1");

        assertThat(read(EVERYTHING).getStatusCode()).isEqualTo(200);
        assertThat(read(ABOUT_ONE).getStatusCode()).isEqualTo(503);

        app.vault().put("cursor-key", "v1", "", KEY, cosmos.clock().instant());
        // That it could not be read is remembered for some seconds.
        cosmos.clock().advance(Duration.ofSeconds(6));
        HttpResponseMessage page = read(ABOUT_ONE);
        assertThat(page.getStatusCode()).isEqualTo(200);
        String next = page.getHeader("next");
        assertThat(next).contains("after=%7E%7E");

        assertThat(read(FakeMessage.get(next)).getStatusCode()).isEqualTo(200);
        cosmos.clock().advance(Duration.ofHours(12));
        app.vault().disable("v1");
        app.vault().put("cursor-key", "v2", "", OTHER_KEY, cosmos.clock().instant());
        assertThat(read(FakeMessage.get(next)).getStatusCode()).isEqualTo(400);
    }

    private HttpResponseMessage read(FakeMessage request) {
        return app.functions(ReadFunctions.class)
                .getEvents(request.with("authorization", "Bearer " + app.bearer()));
    }

    /** One question is two requests: the first is tried again. */
    private void keyVaultFailsOnce() {
        for (int i = 0; i < 2; i++) {
            app.vault().fail(new MockResponse.Builder().code(503).build());
        }
    }

    /** The host answers the bus with success when the function ends without an exception. */
    @Test
    void theBusIsNotAskedToSendAgainWhatIsNoNotice() {
        app.functions(TriggerFunctions.class).deliverEvent("{\"specversion\":\"1.0\"}");
        app.functions(TriggerFunctions.class).deliverEvent("no JSON");

        assertThat(publish(EVENT)).isEqualTo(200);
        app.feed();
        app.carry();
        assertThat(app.platform().pushed()).hasSize(1);
    }
}
