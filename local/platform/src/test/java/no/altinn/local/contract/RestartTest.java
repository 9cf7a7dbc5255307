package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a process leaves that is killed between the write of a document and of its message. */
final class RestartTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir private static Path folder;
    private final Receiver receiver = Receiver.taking();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void attemptsThatTheKilledProcessHeldAreMadeSoonAfterTheStart() {
        List<Event> events = List.of(TestEvents.event("claimed"), TestEvents.event("postponed"));
        try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
            int subscription = subscription(stores);
            stores.events().append(events);
            leaveDueAfter(Duration.ofSeconds(60), events.get(0), subscription, stores);
            leaveDueAfter(Duration.ofSeconds(20), events.get(1), subscription, stores);
        }

        try (Platform platform = Platform.start(folder, Map.of())) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(receiver.received())
                                            .as("pushed by %s", platform.base())
                                            .containsExactlyInAnyOrderElementsOf(
                                                    events.stream().map(Event::json).toList()));
        }
    }

    @Test
    @Tag("proof")
    void aSecretIsTheSameAfterARestart(@TempDir Path data) {
        String before;
        int id;
        try (Platform platform = Platform.start(data, Map.of())) {
            id =
                    new Subscriber(platform, platform.tokens().ttd())
                            .subscribed(
                                    receiver.endPoint(),
                                    Map.of("resourceFilter", Platform.resource()));
            before = secret(platform, id);
        }

        try (Platform platform = Platform.start(data, Map.of())) {
            assertThat(before).contains("whsec_");
            assertThat(secret(platform, id)).isEqualTo(before);
        }
    }

    private static String secret(Platform platform, int id) {
        return platform.api("GET", "subscriptions/" + id + "/secret")
                .bearer(platform.tokens().ttd())
                .send()
                .body();
    }

    private int subscription(SqliteStores stores) {
        int id =
                stores.subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create(receiver.endPoint()),
                                        Filters.onResource(TestEvents.event("any").resource())
                                                .build(),
                                        "/org/ttd"),
                                CLOCK.instant())
                        .id();
        stores.subscriptions().setValidation(id, new Validated());
        return id;
    }

    private static void leaveDueAfter(
            Duration wait, Event event, int subscription, SqliteStores stores) {
        Instant now = CLOCK.instant();
        Delivery delivery = Delivery.due(event.key(), event.id(), subscription, "", now);
        stores.deliveries().create(List.of(delivery));
        stores.deliveries().move(delivery.key(), delivery.state(), new Due(1, now.plus(wait)));
    }
}
