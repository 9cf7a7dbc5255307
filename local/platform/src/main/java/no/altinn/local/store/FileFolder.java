package no.altinn.local.store;

import no.altinn.local.files.OwnerOnly;
import no.altinn.platform.client.Unavailable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the files of the REST app are: one is named by the SHA-256 of its name, so that names which
 * differ in case are two everywhere, and begins with a {@linkplain StoredHead head}. It is written
 * aside, flushed, and then renamed. One process at a time uses the folder. Thread-safe.
 */
final class FileFolder {
    static final String KEPT = "kept";
    static final String ASIDE = "aside";

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path kept;
    private final Path aside;
    private final Retention retention;
    private final Clock clock;
    // Held while a name gets another file, or a file is looked at and then changed or removed.
    private final ReentrantLock names = new ReentrantLock();

    private FileFolder(Path folder, Retention retention, Clock clock) {
        this.kept = folder.resolve(KEPT);
        this.aside = folder.resolve(ASIDE);
        this.retention = retention;
        this.clock = clock;
    }

    /** Something that the file system may refuse. */
    @FunctionalInterface
    interface FileWork<T> {
        T run() throws IOException;
    }

    /** Something that is done with a file that is there. */
    @FunctionalInterface
    interface HeadWork<T> {
        T run(StoredHead head, FileChannel channel) throws IOException;
    }

    /**
     * Opens the folder, which is made if it is not there, and removes what a crash has left aside.
     *
     * @throws UncheckedIOException if it cannot be used
     */
    static FileFolder open(Path folder, Retention retention, Clock clock) {
        FileFolder files = new FileFolder(folder, retention, clock);
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

    /** The folder of all files that are kept. */
    Path kept() {
        return kept;
    }

    Clock clock() {
        return clock;
    }

    /** When a file goes away for which the app has named an end. */
    Optional<Instant> end(Optional<Instant> expires) {
        return retention.end(expires, clock.instant());
    }

    /**
     * Where the file of a name is.
     *
     * @throws IllegalArgumentException for a text that is no name
     */
    Path place(String name) {
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

    /** Where a file is written that has no name yet. */
    Path fresh() {
        return aside.resolve(UUID.randomUUID().toString());
    }

    /** Makes a file, and opens it to be written. */
    static FileChannel create(Path file) throws IOException {
        return OwnerOnly.open(file, NEW);
    }

    /** Gives a flushed file its place, which may be taken. */
    void replace(Path fresh, Path place) throws IOException {
        move(fresh, place, true);
    }

    /**
     * Gives a flushed file its place.
     *
     * @throws FileAlreadyExistsException if there is a file that has not expired
     */
    void add(Path fresh, Path place) throws IOException {
        move(fresh, place, false);
    }

    private void move(Path fresh, Path place, boolean replaces) throws IOException {
        names.lock();
        try {
            if (!replaces && look(place, (head, channel) -> true).isPresent()) {
                throw new FileAlreadyExistsException(place.toString());
            }
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

    /** Does something with a file, whose channel is at its own bytes; empty if it is not there. */
    <T> Optional<T> look(Path place, HeadWork<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
            return unlessExpired(channel, work);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> unlessExpired(FileChannel channel, HeadWork<T> work)
            throws IOException {
        StoredHead head = StoredHead.read(channel);
        return head.hasExpiredAt(clock.instant())
                ? Optional.empty()
                : Optional.of(work.run(head, channel));
    }

    /** Does something with the head of a file, while nobody else changes it; empty if not there. */
    <T> Optional<T> change(Path place, HeadWork<T> work) throws IOException {
        names.lock();
        try (FileChannel channel =
                FileChannel.open(place, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return unlessExpired(channel, work);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            names.unlock();
        }
    }

    /** Removes a file if it has expired; whether it was. */
    boolean removedIfExpired(Path file) throws IOException {
        names.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return StoredHead.read(channel).hasExpiredAt(clock.instant())
                    && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            names.unlock();
        }
    }

    <T> T unlessAway(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new Unavailable("Files cannot be kept in " + kept + ".", e);
        }
    }
}
