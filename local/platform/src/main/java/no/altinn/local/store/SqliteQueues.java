package no.altinn.local.store;

import no.altinn.local.host.queue.QueueMessage;
import no.altinn.local.host.queue.QueueSource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Durable queues with visibility timeouts, like Azure Storage Queues. A received message stays in
 * its queue, hidden, and comes back unless it is deleted in time. Thread-safe. Every method throws
 * {@link no.altinn.platform.client.Unavailable} when the database cannot answer.
 */
public final class SqliteQueues {
    // Messages stay until they are handled, but a message must have a date at which it expires.
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final String VISIBLE = " FROM messages WHERE queue = ? AND visible <= ?";
    private static final String RECEIVED = " WHERE id = ? AND pop_receipt = ?";

    private final SqliteDatabase database;
    private final Clock clock;
    private final ArrivalSignal arrivals;

    /**
     * Queues in a database.
     *
     * @param arrivals signalled when a message was added or released, even if it is not visible yet
     */
    public SqliteQueues(SqliteDatabase database, Clock clock, ArrivalSignal arrivals) {
        this.database = database;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Adds a message that becomes visible after the delay; durable when it returns. */
    public void send(String queue, String text, Duration delay) {
        Instant now = clock.instant();
        database.write(
                session ->
                        session.update(
                                "INSERT INTO messages (queue, text, inserted, visible,"
                                        + " dequeue_count) VALUES (?, ?, ?, ?, 0)",
                                queue,
                                text,
                                Nanos.of(now),
                                Nanos.of(now.plus(delay))));
        arrivals.announce();
    }

    /**
     * Receives messages, the longest visible first.
     *
     * @param max the most to receive, 1 and up
     * @param visibility how long the messages stay hidden from other receivers
     */
    public List<QueueMessage> receive(String queue, int max, Duration visibility) {
        Instant now = clock.instant();
        // Most calls find no message, and need not wait for the writer.
        if (nextVisible(queue).filter(next -> !next.isAfter(now)).isEmpty()) {
            return List.of();
        }
        return database.write(
                session -> {
                    List<QueueMessage> received = new ArrayList<>();
                    for (QueueMessage message : visible(session, queue, max, now, visibility)) {
                        hide(session, message);
                        received.add(message);
                    }
                    return received;
                });
    }

    private static List<QueueMessage> visible(
            Session session, String queue, int max, Instant now, Duration visibility)
            throws SQLException {
        return session.list(
                "SELECT *" + VISIBLE + " ORDER BY visible, id LIMIT ?",
                row -> message(row, now.plus(visibility)),
                queue,
                Nanos.of(now),
                max);
    }

    private static QueueMessage message(ResultSet row, Instant nextVisible) throws SQLException {
        Instant inserted = Nanos.toInstant(row.getLong("inserted"));
        return new QueueMessage(
                Long.toString(row.getLong("id")),
                UUID.randomUUID().toString(),
                row.getInt("dequeue_count") + 1,
                inserted,
                inserted.plus(NEVER),
                nextVisible,
                row.getString("text"));
    }

    private static void hide(Session session, QueueMessage message) throws SQLException {
        session.update(
                "UPDATE messages SET visible = ?, dequeue_count = ?, pop_receipt = ? WHERE id = ?",
                Nanos.of(message.nextVisible()),
                message.dequeueCount(),
                message.popReceipt(),
                Long.parseLong(message.id()));
    }

    /** Removes a message; false if another receiver has received it since, and it stays. */
    public boolean delete(QueueMessage message) {
        return database.write(
                session ->
                        session.update(
                                        "DELETE FROM messages" + RECEIVED,
                                        Long.parseLong(message.id()),
                                        message.popReceipt())
                                > 0);
    }

    /** Gives a message back, to be received after the delay; false as {@link #delete}. */
    public boolean release(QueueMessage message, Duration delay) {
        Instant visible = clock.instant().plus(delay);
        boolean released =
                database.write(
                        session ->
                                session.update(
                                                "UPDATE messages SET visible = ?, pop_receipt ="
                                                        + " NULL"
                                                        + RECEIVED,
                                                Nanos.of(visible),
                                                Long.parseLong(message.id()),
                                                message.popReceipt())
                                        > 0);
        arrivals.announce();
        return released;
    }

    /** Moves a message to another queue, where it is visible; false as {@link #delete}. */
    public boolean moveTo(String queue, QueueMessage message) {
        Instant now = clock.instant();
        return database.write(
                session ->
                        session.update(
                                        "UPDATE messages SET queue = ?, visible = ?, dequeue_count"
                                                + " = 0, pop_receipt = NULL"
                                                + RECEIVED,
                                        queue,
                                        Nanos.of(now),
                                        Long.parseLong(message.id()),
                                        message.popReceipt())
                                > 0);
    }

    /**
     * Gives back every message that was received and not deleted: its receiver has ended. That does
     * not count as a failure of the message.
     *
     * @return how many
     */
    public int releaseAll() {
        Instant now = clock.instant();
        return database.write(
                session ->
                        session.update(
                                "UPDATE messages SET visible = ?, pop_receipt = NULL,"
                                        + " dequeue_count = dequeue_count - 1"
                                        + " WHERE pop_receipt IS NOT NULL",
                                Nanos.of(now)));
    }

    /** One queue, for the function that it fires. */
    public QueueSource queue(String name) {
        return new SqliteQueue(this, name);
    }

    /** When the next message of a queue becomes visible; empty if the queue is empty. */
    public Optional<Instant> nextVisible(String queue) {
        return database.read(
                session ->
                        session.first(
                                "SELECT visible FROM messages WHERE queue = ?"
                                        + " ORDER BY visible LIMIT 1",
                                row -> Nanos.toInstant(row.getLong(1)),
                                queue));
    }
}
