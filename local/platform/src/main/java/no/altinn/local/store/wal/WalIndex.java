package no.altinn.local.store.wal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far a write-ahead log had got, by its index: the file that SQLite's connections share, in
 * SQLite's WAL format, section 2.1. A killed process leaves it exact: a transaction is entered as
 * soon as it is on the disk. After the machine has stopped, the index may be older than the log.
 *
 * @param salts of the log
 * @param frames how many frames of the log are committed
 * @param copied how many of them had been copied into the database
 */
record WalIndex(long salts, long frames, long copied) {
    private static final int VERSION = 3_007_000;
    private static final int COPY = 48;
    private static final int CHECKED = 40;
    private static final int COPIED = 96;
    private static final int BYTES = 100;

    /** Reads an index; empty if there is none, or none that is complete. */
    static Optional<WalIndex> of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BYTES);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        // The header is there twice, so that a change under way is noticed.
        return bytes.length == BYTES
                        && Arrays.equals(bytes, 0, COPY, bytes, COPY, 2 * COPY)
                        && isRight(bytes)
                ? Optional.of(read(bytes))
                : Optional.empty();
    }

    private static boolean isRight(byte[] bytes) {
        ByteOrder order = ByteOrder.nativeOrder();
        ByteBuffer header = ByteBuffer.wrap(bytes).order(order);
        WalChecksum checksum = new WalChecksum(order).add(bytes, 0, CHECKED);
        ByteBuffer stored = ByteBuffer.allocate(Long.BYTES);
        stored.putInt(header.getInt(CHECKED)).putInt(header.getInt(CHECKED + 4)).flip();
        return header.getInt(0) == VERSION
                && header.get(12) != 0
                && stored.getLong() == checksum.value();
    }

    private static WalIndex read(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return new WalIndex(
                // As they are in the log: big-endian.
                ByteBuffer.wrap(bytes).getLong(32),
                Integer.toUnsignedLong(header.getInt(16)),
                Integer.toUnsignedLong(header.getInt(COPIED)));
    }
}
