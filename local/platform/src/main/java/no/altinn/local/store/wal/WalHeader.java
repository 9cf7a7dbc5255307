package no.altinn.local.store.wal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The header of a write-ahead log: SQLite's file format, section 4.1.
 *
 * @param order the byte order of the checksums
 * @param pageSize in bytes, 512 to 65 536
 * @param salts what every frame of this log carries; another pair when the log starts over
 * @param checksum of the header, which the first frame's goes on from
 */
record WalHeader(ByteOrder order, int pageSize, long salts, long checksum) {
    static final int BYTES = 32;

    private static final int MAGIC = 0x377f0682;
    private static final int VERSION = 3_007_000;
    private static final int CHECKED = 24;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 65_536;

    /** Reads a header; empty if it is none that SQLite would take. */
    static Optional<WalHeader> of(byte[] bytes) {
        if (bytes.length < BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int magic = header.getInt();
        // The last bit of the magic number tells the order.
        ByteOrder order = (magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int version = header.getInt();
        int pageSize = header.getInt();
        long salts = header.getLong(16);
        long checksum = header.getLong(CHECKED);
        boolean isRight =
                (magic & ~1) == MAGIC
                        && version == VERSION
                        && Integer.bitCount(pageSize) == 1
                        && pageSize >= SMALLEST_PAGE
                        && pageSize <= LARGEST_PAGE
                        && new WalChecksum(order).add(bytes, 0, CHECKED).value() == checksum;
        return isRight
                ? Optional.of(new WalHeader(order, pageSize, salts, checksum))
                : Optional.empty();
    }
}
