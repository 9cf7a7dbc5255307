package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.Round;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Subscription;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;

/** What was stored before deliveries had rounds and subscriptions had states. */
class EarlierDeliveriesTest {
    private static final Instant CREATED = Instant.ofEpochSecond(1_767_225_600);

    @TempDir private Path folder;

    @BeforeEach
    void store() throws Exception {
        try (Connection connection = new Connections(folder.resolve("old.db")).forWriting();
                Statement statement = connection.createStatement()) {
            Schema.upgrade(connection, 2);
            statement.executeUpdate(
                    """
                    INSERT INTO subscriptions VALUES (7, 'f', 'https://example.no/hook', 'urn:a:b',
                        NULL, NULL, NULL, NULL, 0, '/org/ttd', 1767225600000000000, 'validated',
                        NULL, NULL)\
                    """);
            statement.executeUpdate(
                    """
                    INSERT INTO deliveries VALUES
                        (1, 7, 'one', 'urn:a:b', 'd1', 'e1', 1767225600000000000, 'due', 2,
                            1767225610000000000, '[{"number":1,"at":1767225600000000000,
                            "duration":5,"status":503,"reason":""}]'),
                        (2, 7, 'two', 'urn:a:b', 'd2', 'e2', 1767225600000000000, 'cancelled',
                            NULL, 1767225610000000000, '[]')\
                    """);
            connection.commit();
        }
    }

    @Test
    void aDeliveryIsInItsFirstRoundAndWasPermittedWhenItBegan() {
        try (SqliteDatabase upgraded = SqliteDatabase.open(folder.resolve("old.db"))) {
            SqliteDeliveryStore deliveries = new SqliteDeliveryStore(upgraded);

            assertThat(deliveries.search(DeliverySearch.oldest(7), 10))
                    .extracting(Delivery::state)
                    .containsExactly(
                            new DeliveryState.Due(2, CREATED.plusSeconds(10)),
                            new DeliveryState.Cancelled(
                                    CREATED.plusSeconds(10), CancelReason.REMOVED));
            Delivery due = deliveries.search(DeliverySearch.oldest(7), 1).get(0);
            assertThat(due.round()).isEqualTo(Round.FIRST);
            assertThat(due.permittedAt()).isEqualTo(CREATED);
            assertThat(due.attempts().get(0).trigger()).isEqualTo(Trigger.SCHEDULE);
        }
    }

    @Test
    void aSubscriptionIsServedAsANewOne() {
        try (SqliteDatabase upgraded = SqliteDatabase.open(folder.resolve("old.db"))) {
            Subscription found = new SqliteSubscriptionStore(upgraded).find(7).orElseThrow();

            assertThat(found.serving()).isEqualTo(Serving.NEW);
            assertThat(found.isValidated()).isTrue();
        }
    }
}
