package no.altinn.local.store.wal;

import no.altinn.local.files.OwnerOnly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * A file that is there while a database may have a write-ahead log, from its first commit until it
 * is closed. It tells a log that is missing from a log that was closed, and says which database
 * file was opened, which tells a copy of the folder from the folder itself.
 *
 * @param file the marker's place
 * @param aside where the marker is while the database is being closed, and says nothing
 */
record OpenMarker(Path file, Path aside) {
    private static final Logger LOG = LoggerFactory.getLogger(OpenMarker.class);

    boolean isThere() {
        return Files.exists(file);
    }

    /** Whether the marker is there and was made for this very file, not for one it is a copy of. */
    boolean isOf(Path database) throws IOException {
        String identity = identity(database);
        return isThere() && !identity.isEmpty() && Files.readString(file).equals(identity);
    }

    /** Puts the marker there; on the disk when this returns. */
    void put(Path database) throws IOException {
        try (FileChannel channel =
                OwnerOnly.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING))) {
            channel.write(ByteBuffer.wrap(identity(database).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        forceNames();
    }

    /** Puts the marker aside, if it is there. */
    void putAside() throws IOException {
        if (isThere()) {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts the marker back to its place, if it was put aside. */
    void putBack() throws IOException {
        if (Files.exists(aside)) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes a marker that was put aside. */
    void remove() throws IOException {
        Files.deleteIfExists(aside);
    }

    /** Without it, a marker might not be there after the machine has lost its power. */
    private void forceNames() {
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("This system does not open folders as files.", e);
        }
    }

    /** Empty where the file system gives files no identity. */
    private static String identity(Path database) throws IOException {
        Object key = Files.readAttributes(database, BasicFileAttributes.class).fileKey();
        return key == null ? "" : key.toString();
    }
}
