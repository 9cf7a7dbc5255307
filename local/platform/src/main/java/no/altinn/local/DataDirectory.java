package no.altinn.local;

import no.altinn.local.files.FreeSpace;
import no.altinn.local.files.OwnerOnly;
import no.altinn.local.standins.TestFiles;
import no.altinn.local.store.FolderFiles;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder in which the platform keeps everything. One process at a time may use it, and of the
 * machine's users its owner alone: it holds keys, and events about people.
 */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String LOCK = "lock";
    // The database with what is beside it, the keys and the clients, also half written; beside
    // them is the folder of files.
    private static final Pattern OWN =
            Pattern.compile(
                    "events\\.db(-wal|-shm|-journal|-open|-closing|-wal\\.damaged)?|keys\\.p12|maskinporten\\.json|(keys|maskinporten).*\\.tmp");
    // A developer's own, which the platform reads.
    private static final Set<String> GIVEN =
            Set.of(TestFiles.POLICIES, TestFiles.PARTIES, LocalCatalogue.FILE);
    private static final int MOST_NAMED = 3;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, and makes it if it is missing. Files that an earlier release made for
     * everyone become the owner's, and so does the folder, unless it holds anything else.
     *
     * @throws IllegalStateException if another process uses the folder, or it cannot be used at all
     */
    static DataDirectory open(Path path) {
        try {
            OwnerOnly.createFolder(path);
            FileChannel channel =
                    OwnerOnly.open(
                            path.resolve(LOCK),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException(
                        "Another local platform uses the data directory %s; stop it, or name another with --data."
                                .formatted(path));
            }
            DataDirectory directory = new DataDirectory(path, channel);
            directory.restrict();
            return directory;
        } catch (IOException e) {
            throw new IllegalStateException(
                    FreeSpace.of(path)
                            .orFull(
                                    "The data directory %s cannot be used: %s. Name another with --data."
                                            .formatted(path, e)),
                    e);
        }
    }

    private void restrict() throws IOException {
        List<Path> content = content();
        List<Path> own = content.stream().filter(DataDirectory::isOwn).toList();
        if (own.size() == content.size()) {
            restrict(path);
        }
        restrict(path.resolve(LOCK));
        // The target of a link may be anything.
        own.stream().filter(file -> !Files.isSymbolicLink(file)).forEach(DataDirectory::restrict);
    }

    /** Some file systems refuse it, and so they do if another user has made the file. */
    private static void restrict(Path file) {
        try {
            OwnerOnly.restrict(file);
        } catch (IOException e) {
            LOG.warn("Other users of this machine may be able to use {}: {}", file, e.toString());
        }
    }

    /** The lock ends with the channel, and with the process, however the process ends. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Removes everything that the platform kept, and leaves what it was given. If the folder holds
     * anything else, nothing is removed: it may be a home folder that was named by mistake.
     *
     * @throws IllegalStateException if the folder holds what the platform never makes, or cannot be
     *     emptied
     */
    void reset() {
        try {
            List<Path> content = content();
            List<Path> foreign = content.stream().filter(file -> !isOwn(file)).toList();
            if (!foreign.isEmpty()) {
                throw new IllegalStateException(
                        "The data directory %s is not emptied, since it holds %s; remove what is not the platform's, or name another with --data."
                                .formatted(path, names(foreign)));
            }
            for (Path file : content) {
                FolderFiles.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data directory %s cannot be emptied; name another with --data."
                            .formatted(path),
                    e);
        }
    }

    private List<Path> content() throws IOException {
        Path lock = path.resolve(LOCK);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.equals(lock) && !isGiven(file)).sorted().toList();
        }
    }

    private static boolean isGiven(Path file) {
        return GIVEN.contains(file.getFileName().toString());
    }

    private static boolean isOwn(Path file) {
        String name = file.getFileName().toString();
        return Files.isDirectory(file)
                ? name.equals(FolderFiles.FOLDER) && isOwnFolder(file)
                : OWN.matcher(name).matches();
    }

    private static boolean isOwnFolder(Path folder) {
        try {
            return FolderFiles.isOwn(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(List<Path> files) {
        String names =
                files.stream()
                        .limit(MOST_NAMED)
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return files.size() > MOST_NAMED ? names + ", and more" : names;
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
