package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.local.store.SqliteStores;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The process is killed while the pieces of an event with many recipients are under way. */
@Timeout(300)
final class KilledPiecesTest {
    private static final int RECIPIENTS = 6_000;
    private static final int PIECE = 1_000;
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    @TempDir private Path data;

    @Test
    @Tag("proof")
    void everyRecipientHasOneDeliveryAndItsPushThoughTheProcessIsKilledBetweenPieces()
            throws Exception {
        try (Receiver receiver = new Receiver()) {
            Set<Integer> subscriptions = subscribed(receiver.endPoint());
            try (PlatformProcess first = start()) {
                PlatformClient client = new PlatformClient(first.ready());
                assertThat(client.publish("with-many-recipients")).isEqualTo(200);
                awaitDeliveries(PIECE);
                first.kill();
            }
            assertThat(deliveries())
                    .as("deliveries that the killed process left")
                    .hasSizeBetween(PIECE, RECIPIENTS - PIECE);

            try (PlatformProcess second = start()) {
                second.ready();
                await().atMost(RECOVERY)
                        .untilAsserted(
                                () ->
                                        assertThat(Set.copyOf(receiver.acceptedAt()))
                                                .hasSize(RECIPIENTS));
                await().atMost(RECOVERY).until(() -> deliveries("delivered").size() == RECIPIENTS);
                second.terminate();
            }

            assertThat(deliveries()).containsExactlyInAnyOrderElementsOf(subscriptions);
            assertThat(Set.copyOf(receiver.received())).containsExactly("with-many-recipients");
        }
    }

    private PlatformProcess start() {
        return PlatformProcess.start("--quiet", "--port", "0", "--data", data.toString());
    }

    /** Stores subscriptions, taken for validated, each with an endpoint of its own. */
    private Set<Integer> subscribed(URI endPoint) throws Exception {
        // The store writes together what comes at the same time.
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try (SqliteStores stores = SqliteStores.open(data, Clock.systemUTC())) {
            List<Callable<Integer>> all =
                    IntStream.range(0, RECIPIENTS)
                            .<Callable<Integer>>mapToObj(i -> () -> add(stores, endPoint + "/" + i))
                            .toList();
            Set<Integer> ids = new HashSet<>();
            for (Future<Integer> one : threads.invokeAll(all)) {
                ids.add(one.get());
            }
            return ids;
        } finally {
            threads.shutdown();
        }
    }

    private static int add(SqliteStores stores, String endPoint) {
        int id =
                stores.subscriptions()
                        .add(
                                new NewSubscription(
                                        URI.create(endPoint),
                                        Filters.onResource(PlatformClient.RESOURCE).build(),
                                        "/org/ttd"),
                                Clock.systemUTC().instant())
                        .id();
        stores.subscriptions().setValidation(id, new Validated());
        return id;
    }

    /** Waits until the process that runs has written down as many. */
    private void awaitDeliveries(int count) {
        await().atMost(RECOVERY)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> deliveries().size() >= count);
    }

    /** The subscriptions of all deliveries, one for each document. */
    private List<Integer> deliveries() throws SQLException {
        return query("SELECT subscription_id FROM deliveries");
    }

    private List<Integer> deliveries(String status) throws SQLException {
        return query("SELECT subscription_id FROM deliveries WHERE status = '" + status + "'");
    }

    /** Reads beside the process, and leaves everything to it. */
    private List<Integer> query(String sql) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection =
                        config.createConnection("jdbc:sqlite:" + data.resolve("events.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Integer> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
            return found;
        }
    }
}
