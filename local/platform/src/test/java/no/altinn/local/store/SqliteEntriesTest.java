package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Search.Order;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tables of entries are like in SQLite. */
final class SqliteEntriesTest {
    @TempDir private Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("events.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Entries entries(Table table) {
        return new SqliteEntries(
                database, table, Retention.USUAL, Clock.systemUTC(), new ArrivalSignal());
    }

    private static Entry message(String id, String body) {
        Map<String, String> labels = Map.of("state", "active", "lastChanged", "2026-01-0" + id);
        return Entry.of("r1", id, labels, Json.object().put("n", id), body);
    }

    private List<String> plan(Search search) {
        SqliteEntryQuery query =
                SqliteEntryQuery.of(new EntryTable(Tables.MESSAGES), search, "expires > ?", 0);
        return database.read(
                session ->
                        session.list(
                                "EXPLAIN QUERY PLAN " + query.sql(),
                                row -> row.getString("detail"),
                                query.values().toArray()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageOfABoxIsARangeOfAnIndex(boolean isDescending) {
        Search newest =
                Search.in("r1")
                        .with("state", Set.of("active", "archive"))
                        .with("service", Set.of("1001/1"))
                        .by(
                                new Order(
                                        "lastChanged",
                                        isDescending,
                                        Optional.of("2026-01-01"),
                                        Optional.empty()))
                        .page(100, 50);

        assertThat(plan(newest))
                .containsExactly(
                        "SEARCH rest_messages USING INDEX rest_messages_reportee_lastChanged"
                                + " (reportee=? AND lastChanged>?)");
    }

    @Test
    void aPageOfAllPartitionsIsARangeOfAnIndexToo() {
        Search all =
                Search.everywhere()
                        .by(new Order("lastChanged", true, Optional.empty(), Optional.of("2027")));

        assertThat(plan(all))
                .singleElement()
                .asString()
                .startsWith("SEARCH rest_messages USING INDEX rest_messages_lastChanged");
    }

    @Test
    void aListReadsNoBodies() {
        SqliteEntryQuery query =
                SqliteEntryQuery.of(
                        new EntryTable(Tables.MESSAGES), Search.in("r1"), "position > ?", 0);

        assertThat(query.sql()).doesNotContain("body");
        assertThat(columnsBehindTheHead()).containsExactly("body");
    }

    private List<String> columnsBehindTheHead() {
        return database.read(
                session ->
                        session.list(
                                "SELECT name FROM pragma_table_info('rest_messages') WHERE cid >"
                                        + " (SELECT cid FROM pragma_table_info('rest_messages')"
                                        + " WHERE name = 'head')",
                                row -> row.getString(1)));
    }

    @Test
    void entriesOutliveARestart() {
        entries(Tables.MESSAGES).put(message("1", "body"));
        String version = version("1");
        database.close();
        open();

        assertThat(version("1")).isEqualTo(version);
        assertThat(entries(Tables.MESSAGES).find("r1", "1").orElseThrow().body()).isEqualTo("body");
    }

    private String version(String id) {
        return entries(Tables.MESSAGES).find("r1", id).orElseThrow().version();
    }

    @Test
    void noVersionComesTwiceEvenAfterARestart() {
        entries(Tables.MESSAGES).put(message("1", ""));
        String version = version("1");
        entries(Tables.MESSAGES).remove("r1", "1");
        database.close();
        open();
        entries(Tables.MESSAGES).put(message("1", ""));

        assertThat(version("1")).isNotEqualTo(version);
    }

    @Test
    void aDatabaseFromBeforeTheEntriesGetsTheirTables() throws Exception {
        Path old = folder.resolve("old.db");
        try (Connection connection = new Connections(old).forWriting();
                Statement statement = connection.createStatement()) {
            Schema.upgrade(connection, 1);
            for (Table table : Tables.ALL) {
                statement.executeUpdate("DROP TABLE " + new EntryTable(table).name());
            }
            statement.executeUpdate("INSERT INTO checkpoints VALUES ('RelayEvents', 7)");
            connection.commit();
        }
        try (SqliteDatabase upgraded = SqliteDatabase.open(old)) {
            Entries messages =
                    new SqliteEntries(
                            upgraded,
                            Tables.MESSAGES,
                            Retention.USUAL,
                            Clock.systemUTC(),
                            new ArrivalSignal());
            messages.put(message("1", "body"));

            assertThat(messages.find("r1", "1")).isPresent();
            assertThat(numbers(upgraded, "SELECT position FROM checkpoints")).containsExactly(7L);
            assertThat(numbers(upgraded, "PRAGMA user_version"))
                    .allSatisfy(version -> assertThat(version).isGreaterThan(1));
        }
    }

    private static List<Long> numbers(SqliteDatabase from, String sql) {
        return from.read(session -> session.list(sql, row -> row.getLong(1)));
    }

    @Test
    void aTableGetsTheLabelsThatItHasSince() throws Exception {
        Table later = new Table("sorts", "owner", List.of("kind", "colour"), true);
        Table before = new Table("sorts", "owner", List.of("kind"), false);
        make(before);
        entries(before).put(thing("1", Map.of("kind", "a")));

        make(later);

        entries(later).put(thing("2", Map.of("kind", "a", "colour", "red")));
        Search red = Search.in("o").with("colour", Set.of("red"));
        assertThat(entries(later).search(red)).extracting(Entry::id).containsExactly("2");
        assertThat(entries(later).find("o", "1").orElseThrow().labels())
                .isEqualTo(Map.of("kind", "a"));
        Order byColour = new Order("colour", false, Optional.empty(), Optional.empty());
        assertThat(entries(later).search(Search.everywhere().by(byColour))).hasSize(1);
    }

    /** As a start of a release with that table does. */
    private void make(Table table) throws SQLException {
        database.close();
        try (Connection connection = new Connections(folder.resolve("events.db")).forWriting();
                Statement statement = connection.createStatement()) {
            new EntryTable(table).createMissing(statement);
            connection.commit();
        }
        open();
    }

    private static Entry thing(String id, Map<String, String> labels) {
        return Entry.of("o", id, labels, Json.object(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body", "position", "OWNER", "kind"})
    void aTableWhoseColumnsWouldHaveOneNameIsRefused(String label) {
        Table twice = new Table("things", "owner", List.of("kind", label), false);

        assertThatIllegalArgumentException().isThrownBy(() -> new EntryTable(twice));
    }
}
