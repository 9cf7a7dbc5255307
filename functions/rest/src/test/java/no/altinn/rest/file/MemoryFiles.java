package no.altinn.rest.file;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files in memory, for tests of what is kept in them. Thread-safe: its monitor guards them. */
public final class MemoryFiles implements Files {
    private static final class Kept {
        private final byte[] bytes;
        private final Optional<Instant> expires;

        Kept(byte[] bytes, Optional<Instant> expires) {
            this.bytes = bytes.clone();
            this.expires = expires;
        }
    }

    private final Map<String, Kept> files = new HashMap<>();
    private final Clock clock;

    /**
     * No files yet.
     *
     * @param clock tells which files have expired
     */
    public MemoryFiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void write(String name, byte[] bytes, Optional<Instant> expires) {
        Optional<Instant> second = expires.map(at -> at.truncatedTo(ChronoUnit.SECONDS));
        files.put(Files.checked(name), new Kept(bytes, second));
    }

    @Override
    public synchronized Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(Files.checked(name)))
                .filter(kept -> !hasExpired(kept))
                .map(kept -> kept.bytes.clone());
    }

    @Override
    public synchronized void remove(String name) {
        files.remove(Files.checked(name));
    }

    @Override
    public synchronized int removeExpired() {
        int before = files.size();
        files.values().removeIf(this::hasExpired);
        return before - files.size();
    }

    private boolean hasExpired(Kept kept) {
        return kept.expires.filter(at -> !at.isAfter(clock.instant())).isPresent();
    }
}
