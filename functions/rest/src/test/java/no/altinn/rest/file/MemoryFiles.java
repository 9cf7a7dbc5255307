package no.altinn.rest.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files in memory, for tests of what is kept in them; {@link #put} and {@link #get} do what a front
 * does with their addresses. Thread-safe: its monitor guards them.
 */
public final class MemoryFiles implements Files, Transfers {
    /** A file; nobody changes its bytes. */
    // No code compares the array.
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(byte[] bytes, Optional<Instant> expires, boolean isClaimed) {}

    /** An address that was given out. */
    private record Given(String name, boolean toWrite, Instant ends) {}

    /**
     * What became of a transfer.
     *
     * @param status as of HTTP: 201, 200, 403, 404, 409
     * @param bytes the file, or what is wrong
     */
    // No code compares the array.
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(int status, byte[] bytes) {
        static Outcome of(int status, String text) {
            return new Outcome(status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Kept> files = new HashMap<>();
    private final Map<URI, Given> addresses = new HashMap<>();
    private final Clock clock;

    /**
     * No files yet.
     *
     * @param clock tells which files have expired
     */
    public MemoryFiles(Clock clock) {
        this.clock = clock;
    }

    /** Tells which files have expired. */
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized void write(String name, byte[] bytes, Optional<Instant> expires) {
        files.put(Files.checked(name), new Kept(bytes.clone(), expires.map(this::second), true));
    }

    private Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Kept> find(String name) {
        return Optional.ofNullable(files.get(Files.checked(name)))
                .filter(kept -> !hasExpired(kept));
    }

    @Override
    public synchronized Optional<byte[]> read(String name) {
        return find(name).map(kept -> kept.bytes().clone());
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
        return kept.expires().filter(at -> !at.isAfter(clock.instant())).isPresent();
    }

    @Override
    public URI toWrite(String name) {
        return address(ArrivalNames.checked(name), true);
    }

    @Override
    public URI toRead(String name) {
        return address(Files.checked(name), false);
    }

    private synchronized URI address(String name, boolean toWrite) {
        URI address = URI.create("memory:/" + name + "?sig=" + UUID.randomUUID());
        addresses.put(address, new Given(name, toWrite, clock.instant().plus(VALID)));
        return address;
    }

    @Override
    public synchronized Optional<ArrivedFile> arrived(String name) {
        return find(name)
                .map(kept -> new ArrivedFile(name, kept.bytes().length, md5(kept.bytes())));
    }

    @Override
    public synchronized boolean claim(String name) {
        Optional<Kept> unclaimed = find(name).filter(kept -> !kept.isClaimed());
        unclaimed.ifPresent(
                kept -> files.put(name, new Kept(kept.bytes(), Optional.empty(), true)));
        return unclaimed.isPresent();
    }

    @Override
    public synchronized boolean keep(String name, Optional<Instant> expires) {
        Optional<Kept> found = find(name);
        found.ifPresent(
                kept -> files.put(name, new Kept(kept.bytes(), expires.map(this::second), true)));
        return found.isPresent();
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file. */
    public synchronized Outcome put(URI to, byte[] bytes) {
        Given given = addresses.get(to);
        if (given == null || !given.toWrite() || !given.ends().isAfter(clock.instant())) {
            return Outcome.of(403, "The address is not good for that");
        }
        if (find(given.name()).isPresent()) {
            return Outcome.of(409, "There is a file");
        }
        Instant gone = clock.instant().plus(UNCLAIMED);
        files.put(given.name(), new Kept(bytes.clone(), Optional.of(second(gone)), false));
        return Outcome.of(201, "");
    }

    /** Fetches a file. */
    public synchronized Outcome get(URI from) {
        Given given = addresses.get(from);
        if (given == null || given.toWrite() || !given.ends().isAfter(clock.instant())) {
            return Outcome.of(403, "The address is not good for that");
        }
        return read(given.name())
                .map(bytes -> new Outcome(200, bytes))
                .orElseGet(() -> Outcome.of(404, "There is no file"));
    }
}
