package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** How much a caller may have the platform keep. */
final class SubscriptionBoundsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String LONG = "x".repeat(900_000);

    private final String resource = Platform.resource();
    private final Receiver receiver = Receiver.taking();
    @TempDir private Path folder;

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aCallerMayHaveAsManySubscriptionsAsTheSettingSays() {
        try (Platform platform = Platform.start(folder, Map.of("Events__MaxSubscriptions", "2"))) {
            Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
            Subscriber person = new Subscriber(platform, platform.tokens().personA());
            int first = subscribe(ttd, "1").json().path("id").asInt();
            subscribe(ttd, "2");

            Reply third = subscribe(ttd, "3");

            assertThat(third.status()).isEqualTo(400);
            assertThat(third.contentType()).isEqualTo("application/json; charset=utf-8");
            assertThat(third.json().textValue())
                    .isEqualTo(
                            "A caller may have at most 2 subscriptions. Remove one before you add"
                                    + " another.");
            assertThat(ttd.list().json().path("count").asInt()).isEqualTo(2);
            assertThat(subscribe(ttd, "1").json().path("id").asInt()).isEqualTo(first);
            assertThat(subscribe(person, "1").status()).isEqualTo(201);
            ttd.remove(first);
            assertThat(subscribe(ttd, "3").status()).isEqualTo(201);
        }
    }

    private Reply subscribe(Subscriber subscriber, String type) {
        return subscriber.subscribe(
                receiver.endPoint(),
                Map.of(
                        "resourceFilter",
                        resource,
                        "subjectFilter",
                        "/party/50000001",
                        "typeFilter",
                        type));
    }

    @Test
    void whatAnEarlierVersionKeptTooLongIsListedCutAndRemovableAndHoldsUpNobody() {
        int longEndPoint;
        int longType;
        int other;
        try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
            longEndPoint = keep(stores, receiver.endPoint() + "?" + LONG, "a.Type");
            longType = keep(stores, receiver.endPoint(), LONG);
            other = keep(stores, receiver.endPoint(), "a.Type");
        }

        try (Platform platform = Platform.start(folder, Map.of())) {
            Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
            EventText event = EventText.on(resource).with("type", "a.Type");
            platform.publish(event);

            await().untilAsserted(
                            () -> assertThat(receiver.received()).containsExactly(event.json()));
            assertThat(ttd.list().json().findValuesAsText("id"))
                    .containsExactly("" + longEndPoint, "" + longType, "" + other);
            assertThat(ttd.list().json().findValuesAsText("validated"))
                    .containsExactly("false", "false", "true");
            assertThat(ttd.list().body()).hasSizeLessThan(8_000);
            for (int id : List.of(longEndPoint, longType)) {
                assertThat(ttd.read(id).body()).hasSizeLessThan(3_000);
                assertThat(ttd.remove(id).status()).isEqualTo(200);
                assertThat(ttd.read(id).status()).isEqualTo(404);
            }
        }
    }

    private int keep(SqliteStores stores, String endPoint, String type) {
        Subscription kept =
                stores.subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create(endPoint),
                                        Filters.onResource(resource).type(type).build(),
                                        "/org/ttd"),
                                CLOCK.instant());
        stores.subscriptions().setValidation(kept.id(), new Validated());
        return kept.id();
    }
}
