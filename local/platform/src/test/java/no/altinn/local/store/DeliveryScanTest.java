package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A search looks at the deliveries that it finds, and at no others. */
final class DeliveryScanTest {
    @TempDir Path directory;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory.resolve("scan.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> plan(String sql, Object... parameters) {
        return database.read(
                session ->
                        session.list(
                                "EXPLAIN QUERY PLAN " + sql,
                                row -> row.getString("detail"),
                                parameters));
    }

    private List<String> plan(DeliverySearch search) {
        DeliveryScan scan = DeliveryScan.of(search, 50);
        return plan(scan.sql(), scan.parameters());
    }

    @Test
    void thoseThatAreDueAreFoundInTheirOwnIndexAndOrder() {
        DeliverySearch due = DeliverySearch.newest(1, DeliveryStatus.DUE);

        assertThat(plan(due))
                .containsExactly(
                        "SEARCH deliveries USING INDEX deliveries_waiting (subscription_id=?)");
        assertThat(plan(due.after(new DeliveryPlace(Instant.EPOCH, "a"))))
                .singleElement()
                .asString()
                .contains("USING INDEX deliveries_waiting");
    }

    @Test
    void thoseThatAreDueAreCountedInTheirOwnIndex() {
        String count =
                "SELECT 1 FROM deliveries WHERE subscription_id = ? AND status = ?"
                        + DeliveryScan.indexed(Set.of(DeliveryStatus.DUE));

        assertThat(plan(count, 1, "due"))
                .singleElement()
                .asString()
                .contains("INDEX deliveries_waiting");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DUE", "DELIVERED"})
    void thoseOfOtherStatusesAreFoundInTheIndexOfStatuses(DeliveryStatus status) {
        assertThat(plan(DeliverySearch.oldest(1, status)))
                .containsExactly(
                        "SEARCH deliveries USING INDEX deliveries_status (subscription_id=? AND"
                                + " status=?)");
    }

    @Test
    void thoseOfAnyStatusAreReadInTheirOrder() {
        assertThat(plan(DeliverySearch.newest(1)))
                .containsExactly(
                        "SEARCH deliveries USING INDEX deliveries_created (subscription_id=?)");
    }
}
