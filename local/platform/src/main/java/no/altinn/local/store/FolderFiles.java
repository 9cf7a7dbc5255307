package no.altinn.local.store;

import no.altinn.local.files.OwnerOnly;
import no.altinn.platform.client.Unavailable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The REST app's files in a folder. A file is named by the SHA-256 of its name, so that names which
 * differ in case are two everywhere, and begins with when it expires: eight bytes, the second since
 * 1970 as a big-endian number. It is written aside, flushed, and then renamed. One process at a
 * time uses the folder. Thread-safe.
 */
public final class FolderFiles implements no.altinn.rest.file.Files {
    /** The folder's name in a data directory. */
    public static final String FOLDER = "files";

    private static final String KEPT = "kept";
    private static final String ASIDE = "aside";
    private static final long NEVER = Long.MAX_VALUE;
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path kept;
    private final Path aside;
    private final Clock clock;
    // Held while a name gets another file, or a file is looked at and then removed.
    private final ReentrantLock names = new ReentrantLock();

    private FolderFiles(Path folder, Clock clock) {
        this.kept = folder.resolve(KEPT);
        this.aside = folder.resolve(ASIDE);
        this.clock = clock;
    }

    /**
     * Opens the folder, which is made if it is not there, and removes what a crash has left aside.
     *
     * @throws UncheckedIOException if it cannot be used
     */
    public static FolderFiles open(Path folder, Clock clock) {
        FolderFiles files = new FolderFiles(folder, clock);
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.createFolder(files.kept);
            OwnerOnly.createFolder(files.aside);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(files.aside)) {
                for (Path file : left) {
                    Files.delete(file);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a folder was made here: it holds nothing but this class's own two folders. */
    public static boolean isOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(
                    inner ->
                            Set.of(KEPT, ASIDE).contains(inner.getFileName().toString())
                                    && Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** Removes a folder of one's own with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void write(String name, byte[] bytes, Optional<Instant> expires) {
        Path place = place(name);
        unlessAway(
                () -> {
                    Path fresh = aside.resolve(UUID.randomUUID().toString());
                    try {
                        write(fresh, expires.map(Instant::getEpochSecond).orElse(NEVER), bytes);
                        move(fresh, place);
                    } finally {
                        // The file is there only if it was not moved.
                        Files.deleteIfExists(fresh);
                    }
                    return place;
                });
    }

    private static void write(Path file, long expires, byte[] bytes) throws IOException {
        try (FileChannel channel = OwnerOnly.open(file, NEW)) {
            ByteBuffer[] parts = {
                ByteBuffer.allocate(Long.BYTES).putLong(expires).flip(), ByteBuffer.wrap(bytes)
            };
            while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
                channel.write(parts);
            }
            // Otherwise the name could reach the disk before the bytes.
            channel.force(true);
        }
    }

    private void move(Path fresh, Path place) throws IOException {
        names.lock();
        try {
            OwnerOnly.createFolder(place.getParent());
            Files.move(
                    fresh,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            names.unlock();
        }
        flush(place.getParent());
        flush(kept);
    }

    /** A name is on the disk when its folder is; where folders cannot be opened, names are. */
    private static void flush(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path place = place(name);
        return unlessAway(
                () -> {
                    try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
                        return hasExpired(channel)
                                ? Optional.empty()
                                : Optional.of(rest(channel, place));
                    } catch (NoSuchFileException e) {
                        return Optional.empty();
                    }
                });
    }

    private static byte[] rest(FileChannel channel, Path file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(channel.size() - channel.position()));
        fill(bytes, channel, file);
        return bytes.array();
    }

    private boolean hasExpired(FileChannel channel) throws IOException {
        ByteBuffer expires = ByteBuffer.allocate(Long.BYTES);
        fill(expires, channel, kept);
        return expires.flip().getLong() <= clock.instant().getEpochSecond();
    }

    private static void fill(ByteBuffer buffer, FileChannel channel, Path file) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("A file in " + file + " is cut short");
            }
        }
    }

    @Override
    public void remove(String name) {
        Path place = place(name);
        unlessAway(() -> Files.deleteIfExists(place));
    }

    @Override
    public int removeExpired() {
        return unlessAway(
                () -> {
                    int removed = 0;
                    try (Stream<Path> all = Files.walk(kept)) {
                        for (Path file : (Iterable<Path>) all::iterator) {
                            removed += Files.isRegularFile(file) && removedIfExpired(file) ? 1 : 0;
                        }
                    }
                    return removed;
                });
    }

    private boolean removedIfExpired(Path file) throws IOException {
        names.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return hasExpired(channel) && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            names.unlock();
        }
    }

    private Path place(String name) {
        String hash = hash(no.altinn.rest.file.Files.checked(name));
        return kept.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hash(String name) {
        try {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Something that the file system may refuse. */
    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private <T> T unlessAway(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new Unavailable("Files cannot be kept in " + kept + ".", e);
        }
    }
}
