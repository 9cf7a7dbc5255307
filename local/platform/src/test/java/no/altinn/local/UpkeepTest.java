package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.delivery.SweepProbes;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.SweepValidations;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.store.Retention;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class UpkeepTest {
    private static final int MORE_THAN_ONE_SWEEP_TAKES = 501;
    private static final EventQuery EVERYTHING =
            new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());

    @TempDir private Path folder;
    private final Clock clock = Clock.systemUTC();
    private final LoopHealth health = new LoopHealth(clock);
    private final Set<Integer> validated = ConcurrentHashMap.newKeySet();

    @Test
    void everythingThatWasDueAtTheStartIsScheduledHoweverMuchItIs() {
        try (SqliteStores stores = SqliteStores.open(folder, clock)) {
            for (int i = 0; i < MORE_THAN_ONE_SWEEP_TAKES; i++) {
                subscribe(stores, "urn:altinn:resource:ttd-" + i);
            }
            Instant started = clock.instant();

            try (Upkeep upkeep =
                    new Upkeep(stores, sweep(stores), started, Retention.USUAL, clock, health)) {
                assertThat(upkeep).isNotNull();
                await().until(() -> validated.size() == MORE_THAN_ONE_SWEEP_TAKES);
            }
        }
    }

    @Test
    void everythingOldIsRemovedThoughItIsMoreThanIsRemovedAtOnce() {
        MutableClock past = MutableClock.at(clock.instant().minus(Duration.ofDays(91)));
        try (SqliteStores stores = SqliteStores.open(folder, past)) {
            stores.events().append(TestEvents.numbered("old", 1_200));
            past.set(clock.instant());
            stores.events().append(TestEvents.numbered("new", 1));

            try (Upkeep upkeep =
                    new Upkeep(
                            stores,
                            sweep(stores),
                            clock.instant(),
                            Retention.USUAL,
                            clock,
                            health)) {
                assertThat(upkeep).isNotNull();
                await().untilAsserted(
                                () ->
                                        assertThat(
                                                        stores.events()
                                                                .read(EVERYTHING, Cursor.START, 2)
                                                                .events())
                                                .extracting(stored -> stored.event().id())
                                                .containsExactly("new0"));
            }
        }
    }

    private void subscribe(SqliteStores stores, String resource) {
        stores.subscriptions()
                .add(
                        new NewSubscription(
                                URI.create("https://hook.example/"),
                                Filters.onResource(resource).build(),
                                "/org/ttd"),
                        clock.instant());
    }

    private SweepForgotten sweep(SqliteStores stores) {
        RetryQueue none = (retry, delay) -> assertThat(retry).isNull();
        InLanes lanes = new InLanes(Runnable::run, 32, 8);
        return new SweepForgotten(
                new SweepDeliveries(stores.deliveries(), none, lanes, clock),
                new SweepValidations(
                        stores.subscriptions(),
                        (id, attempt, delay) -> validated.add(id),
                        lanes,
                        clock),
                new SweepProbes(stores.subscriptions(), none, lanes));
    }
}
