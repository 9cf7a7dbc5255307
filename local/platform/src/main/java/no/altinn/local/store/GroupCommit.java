package no.altinn.local.store;

import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * The one thread that writes. Writes that are asked for during a commit are committed together
 * next, so that one wait for the disk serves many callers. Thread-safe.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_WAITING = 1_024;
    private static final int MOST_IN_GROUP = 128;
    private static final int PATIENCE_SECONDS = 5;

    private final Session session;
    // Held during each group's transaction; another holder finds the database without changes.
    private final Lock writing;
    private final BlockingQueue<PendingWrite<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final PendingWrite<Boolean> stop = new PendingWrite<>(any -> true);
    private final Thread thread = new Thread(this::run, "sqlite-writer");
    private volatile boolean stopped;

    GroupCommit(Session session, Lock writing) {
        this.session = session;
        this.writing = writing;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Does the work and returns when it is durable. If the work fails, none of its changes stay,
     * and the work of other callers does not fail with it.
     *
     * @throws Unavailable if the database cannot do it, or too many callers wait already
     */
    <T> T write(Work<T> work) {
        PendingWrite<T> write = new PendingWrite<>(work);
        enqueue(write);
        return write.await();
    }

    /** Commits what waits, closes the connection and ends; a second call does nothing. */
    @Override
    public void close() {
        if (stopped) {
            return;
        }
        enqueue(stop);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(PendingWrite<?> write) {
        try {
            if (!waiting.offer(write, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw unavailable("Too many wait to write to the local database.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The wait to write was cut short.", e);
        }
        // If the thread had gone before the offer, no other thread will take the write.
        if (stopped && waiting.remove(write)) {
            throw unavailable("The local database is closed.");
        }
    }

    private void run() {
        List<PendingWrite<?>> group = new ArrayList<>();
        while (!group.contains(stop)) {
            group.clear();
            try {
                group.add(waiting.take());
                waiting.drainTo(group, MOST_IN_GROUP - 1);
                commitWhenStill(group);
            } catch (InterruptedException e) {
                LOG.warn("The thread that writes was interrupted, and goes on.");
            } catch (RuntimeException | Error e) {
                // Without memory even a failure may not be told. No caller may wait for ever.
                group.forEach(write -> write.failed(e));
            }
        }
        stopped = true;
        group.clear();
        waiting.drainTo(group);
        group.forEach(write -> write.failed(unavailable("The local database is closed.")));
        closeSession();
    }

    private void commitWhenStill(List<PendingWrite<?>> group) {
        writing.lock();
        try {
            commit(group);
        } catch (RuntimeException | Error e) {
            // The waiting callers must get the failure, and the next group its turn.
            LOG.error("A group was not committed.", e);
            group.forEach(write -> write.failed(e));
        } finally {
            writing.unlock();
        }
    }

    private void commit(List<PendingWrite<?>> group) {
        try {
            for (PendingWrite<?> write : group) {
                write.run(session);
            }
            session.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack();
            if (group.size() == 1) {
                group.get(0).failed(e);
            } else {
                // One of them has failed; alone, the others succeed.
                group.forEach(write -> commit(List.of(write)));
            }
            return;
        }
        group.forEach(PendingWrite::committed);
    }

    private void rollBack() {
        try {
            session.rollback();
        } catch (SQLException e) {
            // SQLite itself rolls back on a full disk, and then there is nothing to roll back; a
            // new connection is right in every case.
            closeSession();
        }
    }

    private void closeSession() {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("A connection that failed could not be closed.", e);
        }
    }

    private static Unavailable unavailable(String why) {
        return new Unavailable(why, new IllegalStateException(why));
    }
}
