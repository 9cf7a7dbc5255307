package no.altinn.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that an earlier start has left in a data directory. Thread-safe. */
public final class KeptKeys {
    private static final String FILE = "keys.p12";

    /** By the day on which they were made, for tests whose clocks are years apart. */
    private static final Map<LocalDate, byte[]> MADE = new ConcurrentHashMap<>();

    private KeptKeys() {}

    /**
     * Puts keys into a data directory that has none; the directory is made if it is not there. To
     * make keys takes longer than most tests do, so a process makes them once.
     */
    public static void putInto(Path dataDirectory, Clock clock) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(dataDirectory);
                Files.write(file, MADE.computeIfAbsent(LocalDate.now(clock), day -> make(clock)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] make(Clock clock) {
        try {
            Path folder = Files.createTempDirectory("keys");
            LocalKeys.open(folder, clock);
            Path file = folder.resolve(FILE);
            byte[] keys = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
