package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.TestEvents;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

final class BackendSourcesTest {
    private static final Trigger.CosmosDb EVENTS =
            new Trigger.CosmosDb("events", "events", "leases", 1);

    @TempDir private Path data;

    private SqliteStores stores;
    private BackendSources sources;

    @BeforeEach
    void open() {
        stores = SqliteStores.open(data, Clock.systemUTC());
        sources = new BackendSources(stores);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private ChangeFeedSource feed(String app) {
        return sources.changeFeed(EVENTS, new ChangeFeedConsumer(app, "RelayEvents")).orElseThrow();
    }

    private static String firstPosition(ChangeFeedSource feed) throws InterruptedException {
        return feed.next(1, Duration.ZERO).get(0).position();
    }

    @Test
    void theEventsAppGoesOnFromTheCheckpointOfAnOlderFolder() throws Exception {
        stores.events().append(TestEvents.numbered("e", 1));
        ChangeFeedSource older = stores.changeFeed("RelayEvents");
        older.checkpoint(firstPosition(older));

        assertThat(feed("events").next(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void aFunctionOfTheSameNameInAnotherAppHasACheckpointOfItsOwn() throws Exception {
        stores.events().append(TestEvents.numbered("e", 1));
        feed("events").checkpoint(firstPosition(feed("events")));

        assertThat(feed("other").next(1, Duration.ZERO)).hasSize(1);
        feed("other").checkpoint(firstPosition(feed("other")));
        assertThat(feed("other").next(1, Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "delegations", "transfers"})
    void theFedTablesOfEntriesAreThere(String table) throws Exception {
        Trigger.CosmosDb trigger = new Trigger.CosmosDb("rest", table, "leases", 1);
        ChangeFeedSource feed =
                sources.changeFeed(trigger, new ChangeFeedConsumer("rest", "Relay")).orElseThrow();
        stores.entries().of(Tables.MESSAGES).put(Entry.of("r1", "1", Map.of(), Json.object(), ""));

        assertThat(feed.next(1, Duration.ZERO)).hasSize(table.equals("messages") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "leases", "events"})
    void aTableThatIsNotFedHasNoChangeFeed(String table) {
        Trigger.CosmosDb trigger = new Trigger.CosmosDb("rest", table, "leases", 1);

        assertThat(sources.changeFeed(trigger, new ChangeFeedConsumer("rest", "Relay"))).isEmpty();
    }

    @Test
    void theQueuesOfRetriesAndTheirPoisonQueuesAreThere() {
        for (String queue :
                List.of(
                        "deliveries",
                        "relays",
                        "relays-poison",
                        "validations",
                        "probes",
                        "probes-poison",
                        "jobs")) {
            assertThat(sources.queue(new Trigger.Queue(queue, "Queues"))).isPresent();
        }
    }

    @Test
    void aQueueOrContainerOfAnotherNameIsNotThere() {
        assertThat(sources.queue(new Trigger.Queue("orders", "Queues"))).isEmpty();
        assertThat(sources.queue(new Trigger.Queue("-poison", "Queues"))).isEmpty();
        assertThat(
                        sources.changeFeed(
                                new Trigger.CosmosDb("events", "items", "leases", 1),
                                new ChangeFeedConsumer("events", "RelayEvents")))
                .isEmpty();
    }
}
