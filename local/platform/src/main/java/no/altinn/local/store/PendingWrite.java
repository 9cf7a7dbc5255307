package no.altinn.local.store;

import no.altinn.platform.client.Unavailable;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Work for one transaction, and the caller that waits for its commit. */
final class PendingWrite<T> {
    private final Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    // Only the writer's thread touches it, before it completes the outcome.
    private T result;

    PendingWrite(Work<T> work) {
        this.work = work;
    }

    void run(Session session) throws SQLException {
        result = work.with(session);
    }

    void committed() {
        outcome.complete(result);
    }

    void failed(Throwable reason) {
        outcome.completeExceptionally(reason);
    }

    /**
     * Waits until the work is durable.
     *
     * @throws Unavailable if the database could not do it
     */
    T await() {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The wait for the local database was cut short.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException rule) {
                throw rule;
            }
            throw new Unavailable("The local database cannot write.", e.getCause());
        }
    }
}
