package no.altinn.local.store;

import no.altinn.platform.client.Unavailable;

import java.sql.SQLException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** A few connections for reading, each lent to one caller at a time. Thread-safe. */
final class ReadPool implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final int size;
    private final BlockingDeque<Session> idle;
    private volatile boolean closed;

    ReadPool(int size, Session.Opening opening) {
        this.size = size;
        this.idle = new LinkedBlockingDeque<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(new Session(opening));
        }
    }

    /**
     * Does the work on one connection.
     *
     * @throws Unavailable if the database cannot do it, or every connection stays busy
     */
    <T> T read(Work<T> work) {
        Session session = borrow();
        try {
            return work.with(session);
        } catch (SQLException e) {
            closeAfter(session, e);
            throw new Unavailable("The local database cannot read.", e);
        } finally {
            // The connection with the warmest cache is lent first.
            idle.addFirst(session);
        }
    }

    /** Waits for the readers, and closes the connections; a second call does nothing. */
    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        for (int i = 0; i < size; i++) {
            take().close();
        }
    }

    private Session borrow() {
        if (closed) {
            throw unavailable("The local database is closed.");
        }
        return take();
    }

    private Session take() {
        try {
            Session session = idle.pollFirst(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (session == null) {
                throw unavailable("Every connection to the local database is busy.");
            }
            return session;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The wait to read was cut short.", e);
        }
    }

    private static Unavailable unavailable(String why) {
        return new Unavailable(why, new IllegalStateException(why));
    }

    private static void closeAfter(Session session, SQLException failure) {
        try {
            session.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
