package no.altinn.simulation.box;

import no.altinn.rest.file.ArrivedFile;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files that every process shares, and those that callers send. Not thread-safe. */
final class StoredBlobs implements Files, Transfers {
    private final Map<String, byte[]> files = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    @Override
    public void write(String name, byte[] bytes, Optional<Instant> expires) {
        files.put(Files.checked(name), bytes.clone());
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    @Override
    public void remove(String name) {
        files.remove(name);
    }

    @Override
    public int removeExpired() {
        return 0;
    }

    @Override
    public URI toWrite(String name) {
        return URI.create("memory:/" + name);
    }

    @Override
    public URI toRead(String name) {
        return URI.create("memory:/" + name);
    }

    @Override
    public Optional<ArrivedFile> arrived(String name) {
        return read(name).map(bytes -> new ArrivedFile(name, bytes.length, ""));
    }

    @Override
    public boolean claim(String name) {
        return files.containsKey(name) && claimed.add(name);
    }

    @Override
    public boolean keep(String name, Optional<Instant> expires) {
        claimed.add(name);
        return files.containsKey(name);
    }

    /** A caller sends a file, or a part of it. */
    void send(String name, byte[] bytes) {
        files.putIfAbsent(name, bytes.clone());
    }
}
