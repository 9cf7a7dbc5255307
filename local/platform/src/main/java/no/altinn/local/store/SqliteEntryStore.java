package no.altinn.local.store;

import no.altinn.rest.record.Entries;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** The entries of every table in SQLite. Thread-safe. */
final class SqliteEntryStore implements EntryStore {
    private final Map<String, Entries> tables;

    /**
     * The entries in a database.
     *
     * @param retention how long an entry that expires is kept at most
     * @param clock tells which have expired
     * @param arrivals signalled after each write
     */
    SqliteEntryStore(
            SqliteDatabase database, Retention retention, Clock clock, ArrivalSignal arrivals) {
        this.tables =
                Tables.ALL.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Table::name,
                                        table ->
                                                new SqliteEntries(
                                                        database, table, retention, clock,
                                                        arrivals)));
    }

    @Override
    public Entries of(Table table) {
        Entries entries = tables.get(table.name());
        if (entries == null) {
            throw new IllegalArgumentException("No table is named " + table.name());
        }
        return entries;
    }
}
