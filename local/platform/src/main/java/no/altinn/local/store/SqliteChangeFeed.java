package no.altinn.local.store;

import no.altinn.events.event.EventReader;
import no.altinn.events.feed.EventDocument;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.changefeed.ChangedDocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every event in the order of registration, for one consumer, whose checkpoint is kept: like the
 * change feed of Cosmos DB. For one reader at a time; another name is another consumer.
 */
public final class SqliteChangeFeed implements ChangeFeedSource {
    // A batch must fit into memory; events beyond this come with the next batch.
    private static final int MOST_CHARACTERS = 8 << 20;

    private final SqliteDatabase database;
    private final ArrivalSignal arrivals;
    private final String consumer;

    /**
     * The feed as one consumer sees it.
     *
     * @param arrivals signalled by the event store after each append
     */
    public SqliteChangeFeed(SqliteDatabase database, ArrivalSignal arrivals, String consumer) {
        this.database = database;
        this.arrivals = arrivals;
        this.consumer = consumer;
    }

    /**
     * The events after the checkpoint; waits for an event if there is none. The same events come
     * again until the checkpoint moves.
     *
     * @param max the most to return, 1 and up
     * @param atMost how long to wait; zero to return at once
     * @return empty if no event came in that time
     */
    @Override
    public List<ChangedDocument> next(int max, Duration atMost) throws InterruptedException {
        // Taken first, so that an append after the look is not missed.
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
                            "SELECT seq, json, registered FROM events WHERE seq > coalesce((SELECT position"
                                    + " FROM checkpoints WHERE consumer = ?), 0)"
                                    + " ORDER BY seq LIMIT ?",
                            row -> {
                                ChangedDocument document = document(row);
                                documents.add(document);
                                characters[0] += document.json().length();
                                return characters[0] < MOST_CHARACTERS;
                            },
                            consumer,
                            max);
                    return documents;
                });
    }

    private static ChangedDocument document(ResultSet row) throws SQLException {
        long seq = row.getLong(1);
        return new ChangedDocument(
                Long.toString(seq),
                new EventDocument(EventReader.stored(row.getString(2)), Long.toString(seq))
                        .toJson(Nanos.toInstant(row.getLong(3))));
    }
}
