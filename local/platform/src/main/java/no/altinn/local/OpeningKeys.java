package no.altinn.local;

import no.altinn.local.identity.LocalKeys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Opens the keys on another thread: to decrypt them takes as long as to open and fill the stores,
 * and neither needs the other. Thread-safe.
 */
final class OpeningKeys implements AutoCloseable {
    private final CompletableFuture<LocalKeys> keys;

    /** Begins to open the keys of a data directory. */
    OpeningKeys(Path dataDirectory, Clock clock) {
        this.keys = CompletableFuture.supplyAsync(() -> LocalKeys.open(dataDirectory, clock));
    }

    /**
     * The keys, as soon as they are there.
     *
     * @throws IllegalStateException if they cannot be read
     */
    LocalKeys get() {
        try {
            return keys.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Waits until nothing is written any more: another platform may use the directory next. */
    @Override
    public void close() {
        keys.handle((opened, failure) -> opened).join();
    }
}
