package no.altinn.local.store;

import no.altinn.local.host.http.FileTransfer;
import no.altinn.rest.file.Transfers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The REST app's files in a {@linkplain FileFolder folder}. Thread-safe. */
public final class FolderFiles implements no.altinn.rest.file.Files {
    /** The folder's name in a data directory. */
    public static final String FOLDER = "files";

    private final FileFolder folder;
    private final FolderAddresses addresses;

    private FolderFiles(FileFolder folder, FolderAddresses addresses) {
        this.folder = folder;
        this.addresses = addresses;
    }

    /**
     * Opens the folder, which is made if it is not there, and removes what a crash has left aside.
     *
     * @throws UncheckedIOException if it cannot be used
     */
    public static FolderFiles open(Path folder, Clock clock) {
        return open(folder, Retention.USUAL, clock);
    }

    /** The same, with files that expire after a retention at the latest. */
    static FolderFiles open(Path folder, Retention retention, Clock clock) {
        return new FolderFiles(
                FileFolder.open(folder, retention, clock), new FolderAddresses(clock));
    }

    /** Whether a folder was made here: it holds nothing but this class's own two folders. */
    public static boolean isOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(
                    inner ->
                            Set.of(FileFolder.KEPT, FileFolder.ASIDE)
                                            .contains(inner.getFileName().toString())
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

    /**
     * The same files for the app, which tells the front where they are.
     *
     * @param base what addresses of files begin with; it ends in a slash
     */
    public Transfers transfers(URI base) {
        return new FolderTransfers(folder, addresses, base);
    }

    /** The same files for the front, under the addresses that the app has told. */
    public FileTransfer fileTransfer() {
        return new FolderFileTransfer(folder, addresses);
    }

    @Override
    public void write(String name, byte[] bytes, Optional<Instant> expires) {
        Path place = folder.place(name);
        folder.unlessAway(
                () -> {
                    Path fresh = folder.fresh();
                    try {
                        write(fresh, StoredHead.ofWritten(folder.end(expires)), bytes);
                        folder.replace(fresh, place);
                    } finally {
                        // The file is there only if it was not moved.
                        Files.deleteIfExists(fresh);
                    }
                    return place;
                });
    }

    private static void write(Path file, StoredHead head, byte[] bytes) throws IOException {
        try (FileChannel channel = FileFolder.create(file)) {
            ByteBuffer[] parts = {head.bytes(), ByteBuffer.wrap(bytes)};
            while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
                channel.write(parts);
            }
            // Otherwise the name could reach the disk before the bytes.
            channel.force(true);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path place = folder.place(name);
        return folder.unlessAway(() -> folder.look(place, (head, channel) -> rest(channel)));
    }

    private static byte[] rest(FileChannel channel) throws IOException {
        int length = Math.toIntExact(channel.size() - channel.position());
        return StoredHead.filled(length, channel).array();
    }

    @Override
    public void remove(String name) {
        Path place = folder.place(name);
        folder.unlessAway(() -> Files.deleteIfExists(place));
    }

    @Override
    public int removeExpired() {
        return folder.unlessAway(
                () -> {
                    int removed = 0;
                    try (Stream<Path> all = Files.walk(folder.kept())) {
                        for (Path file : (Iterable<Path>) all::iterator) {
                            removed +=
                                    Files.isRegularFile(file) && folder.removedIfExpired(file)
                                            ? 1
                                            : 0;
                        }
                    }
                    return removed;
                });
    }
}
