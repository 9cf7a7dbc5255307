package no.altinn.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.EventReader;
import no.altinn.events.feed.EventDocument;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.changefeed.ChangedDocument;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What has changed, in the order of the changes, for one consumer, whose checkpoint is kept: like
 * the change feed of Cosmos DB. For one reader at a time; another name is another consumer.
 */
public final class SqliteChangeFeed implements ChangeFeedSource {
    // A batch must fit into memory; documents beyond this come with the next batch.
    private static final int MOST_CHARACTERS = 8 << 20;

    /**
     * Where changes are found.
     *
     * @param columns with what a document is made of
     * @param table the table that has them
     * @param position the column whose number grows with each change
     * @param document makes a document of the columns
     */
    record Changes(
            String columns, String table, String position, RowReader<ChangedDocument> document) {
        /** Every event in the order of registration. */
        static final Changes OF_EVENTS =
                new Changes("seq, json, registered, erased", "events", "seq", Changes::event);

        /** The last state of each entry that has changed, by the last change. */
        static Changes of(Table table) {
            EntryTable rows = new EntryTable(table);
            EntryDocument documents = new EntryDocument(table);
            return new Changes(
                    String.join(", ", rows.listed()) + ", body",
                    rows.name(),
                    "position",
                    row -> entry(table, documents, row));
        }

        private static ChangedDocument event(ResultSet row) throws SQLException {
            String seq = row.getString("seq");
            EventDocument event = new EventDocument(EventReader.stored(row.getString("json")), seq);
            ObjectNode document = event.json(Nanos.toInstant(row.getLong("registered")));
            boolean isErased = row.getInt("erased") != 0;
            return new ChangedDocument(
                    seq, (isErased ? EventDocument.erased(document) : document).toString());
        }

        private static ChangedDocument entry(Table table, EntryDocument documents, ResultSet row)
                throws SQLException {
            Entry entry = SqliteEntries.entry(table, row, row.getString("body"));
            return new ChangedDocument(entry.version(), documents.write(entry).toString());
        }

        String sql() {
            return "SELECT %1$s FROM %2$s WHERE %3$s > coalesce((SELECT position"
                            .formatted(columns, table, position)
                    + " FROM checkpoints WHERE consumer = ?), 0) ORDER BY %s LIMIT ?"
                            .formatted(position);
        }
    }

    private final SqliteDatabase database;
    private final ArrivalSignal arrivals;
    private final Changes changes;
    private final String consumer;

    /**
     * The feed as one consumer sees it.
     *
     * @param arrivals signalled by the store after each change
     */
    SqliteChangeFeed(
            SqliteDatabase database, ArrivalSignal arrivals, Changes changes, String consumer) {
        this.database = database;
        this.arrivals = arrivals;
        this.changes = changes;
        this.consumer = consumer;
    }

    /**
     * The documents after the checkpoint; waits for one if there is none. The same documents come
     * again until the checkpoint moves, unless they change.
     *
     * @param max the most to return, 1 and up
     * @param atMost how long to wait; zero to return at once
     * @return empty if no document came in that time
     */
    @Override
    public List<ChangedDocument> next(int max, Duration atMost) throws InterruptedException {
        // Taken first, so that a change after the look is not missed.
        long seen = arrivals.count();
        List<ChangedDocument> documents = afterCheckpoint(max);
        if (!documents.isEmpty() || atMost.isZero()) {
            return documents;
        }
        arrivals.awaitMoreThan(seen, atMost);
        return afterCheckpoint(max);
    }

    /** Moves the checkpoint to a document that {@link #next} returned; durable when it returns. */
    @Override
    public void checkpoint(String position) {
        database.write(
                session ->
                        session.update(
                                "INSERT INTO checkpoints (consumer, position) VALUES (?, ?)"
                                        + " ON CONFLICT (consumer) DO UPDATE"
                                        + " SET position = excluded.position",
                                consumer,
                                Long.parseLong(position)));
    }

    private List<ChangedDocument> afterCheckpoint(int max) {
        List<ChangedDocument> documents = new ArrayList<>();
        long[] characters = new long[1];
        return database.read(
                session -> {
                    session.each(
                            changes.sql(),
                            row -> {
                                ChangedDocument document = changes.document().read(row);
                                documents.add(document);
                                characters[0] += document.json().length();
                                return characters[0] < MOST_CHARACTERS;
                            },
                            consumer,
                            max);
                    return documents;
                });
    }
}
