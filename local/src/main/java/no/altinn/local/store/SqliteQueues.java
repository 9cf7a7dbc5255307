package no.altinn.local.store;

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
 * Durable queues with visibility timeouts, like Azure Storage Queues: a message that is received
 * stays, hidden, and comes back unless it is deleted in time. Thread-safe. Every method throws
 * {@link no.altinn.events.store.TemporarilyUnavailable} when the database cannot answer.
 */
public final class SqliteQueues {
    /** What the name of a queue's poison queue ends with. */
    public static final String POISON = "-poison";

    private static final String VISIBLE = " FROM messages WHERE queue = ? AND visible <= ?";
    private static final String RECEIVED = " WHERE id = ? AND pop_receipt = ?";

    private final SqliteDatabase database;
    private final Clock clock;
    private final Arrivals arrivals;

    /**
     * Queues in a database.
     *
     * @param arrivals told when a message was added or released, though it may not be visible yet
     */
    public SqliteQueues(SqliteDatabase database, Clock clock, Arrivals arrivals) {
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
     * @param visibility for how long nobody else receives them
     */
    public List<QueueMessage> receive(String queue, int max, Duration visibility) {
        Instant now = clock.instant();
        // Most calls find nothing; they need not wait for those who write.
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
        return new QueueMessage(
                row.getLong("id"),
                row.getString("queue"),
                row.getString("text"),
                row.getInt("dequeue_count") + 1,
                Nanos.toInstant(row.getLong("inserted")),
                nextVisible,
                UUID.randomUUID().toString());
    }

    private static void hide(Session session, QueueMessage message) throws SQLException {
        session.update(
                "UPDATE messages SET visible = ?, dequeue_count = ?, pop_receipt = ? WHERE id = ?",
                Nanos.of(message.nextVisibleTime()),
                message.dequeueCount(),
                message.popReceipt(),
                message.id());
    }

    /** Removes a message; false when someone else has received it since, so that it stays. */
    public boolean delete(QueueMessage message) {
        return database.write(
                session ->
                        session.update(
                                        "DELETE FROM messages" + RECEIVED,
                                        message.id(),
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
                                                message.id(),
                                                message.popReceipt())
                                        > 0);
        arrivals.announce();
        return released;
    }

    /** Moves a message to its queue's poison queue; false as {@link #delete}. */
    public boolean moveToPoison(QueueMessage message) {
        Instant now = clock.instant();
        return database.write(
                session ->
                        session.update(
                                        "UPDATE messages SET queue = ?, visible = ?, dequeue_count"
                                                + " = 0, pop_receipt = NULL"
                                                + RECEIVED,
                                        message.queue() + POISON,
                                        Nanos.of(now),
                                        message.id(),
                                        message.popReceipt())
                                > 0);
    }

    /** When the next message of a queue can be received; empty when the queue is. */
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
