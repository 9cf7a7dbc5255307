package no.altinn.local.store;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Empty stores in a directory of their own, for the time of one test. */
final class OpenStores implements BeforeEachCallback, AfterEachCallback {
    private final MutableClock clock;
    private Path directory;
    private SqliteStores stores;

    OpenStores() {
        this(MutableClock.at("2026-01-01T12:00:00Z"));
    }

    OpenStores(MutableClock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("stores");
        stores = SqliteStores.open(directory, clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        stores.close();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    SqliteStores stores() {
        return stores;
    }

    MutableClock clock() {
        return clock;
    }

    /** Closes the stores and opens them again, as a restart does. */
    void reopen() {
        stores.close();
        stores = SqliteStores.open(directory, clock);
    }
}
