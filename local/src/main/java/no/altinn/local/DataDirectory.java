package no.altinn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which the platform keeps everything; one process at a time may use it. */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder; makes it where there is none.
     *
     * @throws IllegalStateException if another process uses it, or it cannot be used at all
     */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException(
                        "Another local platform uses the data directory %s; stop it, or name another with --data."
                                .formatted(path));
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data directory %s cannot be used; name another with --data."
                            .formatted(path),
                    e);
        }
    }

    /** The lock goes with the channel, and with the process, however it ends. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Removes everything that was kept. */
    void reset() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> kept =
                    files.filter(file -> !file.equals(path) && !file.endsWith(LOCK))
                            .sorted(Comparator.reverseOrder())
                            .toList();
            for (Path file : kept) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be emptied: " + path, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
