package no.altinn.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of one table in SQLite. Thread-safe. */
final class SqliteEntries implements Entries {
    private static final String NEXT_POSITION =
            "UPDATE %s SET position = position + 1".formatted(EntryTable.POSITIONS);
    private static final String POSITION =
            "(SELECT position FROM %s)".formatted(EntryTable.POSITIONS);
    private static final String IS_THERE = "(expires IS NULL OR expires > ?)";

    private final SqliteDatabase database;
    private final Table table;
    private final EntryTable columns;
    private final Retention retention;
    private final Clock clock;
    private final ArrivalSignal arrivals;
    private final String isKey;
    private final String insert;
    private final String overwrite;
    private final String update;

    /**
     * The entries of a table.
     *
     * @param retention how long an entry that expires is kept at most
     * @param clock tells which have expired
     * @param arrivals signalled after each write
     */
    SqliteEntries(
            SqliteDatabase database,
            Table table,
            Retention retention,
            Clock clock,
            ArrivalSignal arrivals) {
        this.database = database;
        this.table = table;
        this.columns = new EntryTable(table);
        this.retention = retention;
        this.clock = clock;
        this.arrivals = arrivals;
        this.isKey = columns.partition() + " = ? AND id = ?";
        List<String> values =
                Stream.of(columns.labels(), List.of("expires", "head", "body"))
                        .flatMap(List::stream)
                        .toList();
        List<String> all = Stream.of(columns.key(), values).flatMap(List::stream).toList();
        this.insert =
                "INSERT INTO %s (%s, position) VALUES (%s, %s) ON CONFLICT (%s) DO UPDATE SET "
                        .formatted(
                                columns.name(),
                                String.join(", ", all),
                                String.join(", ", all.stream().map(column -> "?").toList()),
                                POSITION,
                                String.join(", ", columns.key()));
        this.overwrite =
                Stream.concat(values.stream(), Stream.of("position"))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        this.update =
                "UPDATE %s SET %s, position = %s WHERE %s AND position = ? AND %s"
                        .formatted(
                                columns.name(),
                                String.join(", ", values.stream().map(c -> c + " = ?").toList()),
                                POSITION,
                                isKey,
                                IS_THERE);
    }

    @Override
    public Optional<Entry> find(String partition, String id) {
        String sql =
                "SELECT %s, body FROM %s WHERE %s AND %s"
                        .formatted(
                                String.join(", ", columns.listed()),
                                columns.name(),
                                isKey,
                                IS_THERE);
        return database.read(
                session ->
                        session.first(
                                sql,
                                row -> entry(row, row.getString("body")),
                                partition,
                                id,
                                now()));
    }

    @Override
    public boolean add(Entry entry) {
        List<Object> values = new ArrayList<>(key(entry));
        values.addAll(written(entry));
        values.add(now());
        return write(entry, insert + overwrite + " WHERE expires <= ?", values);
    }

    @Override
    public boolean replace(Entry entry, String version) {
        List<Object> values = new ArrayList<>(written(entry));
        values.addAll(List.of(entry.partition(), entry.id(), version, now()));
        return write(entry, update, values);
    }

    @Override
    public void put(Entry entry) {
        List<Object> values = new ArrayList<>(key(entry));
        values.addAll(written(entry));
        write(entry, insert + overwrite, values);
    }

    private boolean write(Entry entry, String sql, List<Object> values) {
        table.requireFit(entry);
        boolean isDone =
                database.write(
                        session -> {
                            session.update(NEXT_POSITION);
                            return session.update(sql, values.toArray()) > 0;
                        });
        if (isDone) {
            arrivals.announce();
        }
        return isDone;
    }

    @Override
    public boolean remove(String partition, String id) {
        String sql = "DELETE FROM %s WHERE %s AND %s".formatted(columns.name(), isKey, IS_THERE);
        long now = now();
        return database.write(session -> session.update(sql, partition, id, now) > 0);
    }

    @Override
    public List<Entry> search(Search search) {
        table.requireLabels(search);
        SqliteEntryQuery query = SqliteEntryQuery.of(columns, search, IS_THERE, now());
        return query.isEmpty()
                ? List.of()
                : database.read(
                        session ->
                                session.list(
                                        query.sql(),
                                        row -> entry(row, ""),
                                        query.values().toArray()));
    }

    private List<Object> key(Entry entry) {
        return table.isPartedById() ? List.of(entry.id()) : List.of(entry.partition(), entry.id());
    }

    private List<Object> written(Entry entry) {
        List<Object> values = new ArrayList<>();
        table.allLabels()
                .forEach(label -> values.add(Optional.ofNullable(entry.labels().get(label))));
        values.add(retention.end(entry.expires(), clock.instant()).map(Nanos::of));
        values.add(entry.head().toString());
        values.add(entry.body());
        return values;
    }

    private long now() {
        return Nanos.of(clock.instant());
    }

    private Entry entry(ResultSet row, String body) throws SQLException {
        return entry(table, row, body);
    }

    /** The entry of a row that has every column but the body. */
    static Entry entry(Table table, ResultSet row, String body) throws SQLException {
        Map<String, String> labels = new HashMap<>();
        for (String label : table.allLabels()) {
            String value = row.getString(label);
            if (value != null) {
                labels.put(label, value);
            }
        }
        long expires = row.getLong("expires");
        Optional<Instant> at =
                row.wasNull() ? Optional.empty() : Optional.of(Nanos.toInstant(expires));
        return new Entry(
                row.getString(table.partition()),
                row.getString("id"),
                labels,
                (ObjectNode) Json.parse(row.getString("head")),
                body,
                at,
                row.getString("position"));
    }
}
