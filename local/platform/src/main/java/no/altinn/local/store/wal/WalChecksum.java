package no.altinn.local.store.wal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The running checksum of a write-ahead log: SQLite's file format, section 4.2. Not thread-safe.
 */
final class WalChecksum {
    private final ByteOrder order;
    private int first;
    private int second;

    /** The checksum of nothing. */
    WalChecksum(ByteOrder order) {
        this(order, 0);
    }

    /**
     * Goes on from a checksum.
     *
     * @param before the checksum of all that comes before, as {@link #value} gives it
     */
    WalChecksum(ByteOrder order, long before) {
        this.order = order;
        this.first = (int) (before >>> Integer.SIZE);
        this.second = (int) before;
    }

    /**
     * Adds a part of an array.
     *
     * @param length a multiple of 8
     */
    WalChecksum add(byte[] bytes, int offset, int length) {
        ByteBuffer words = ByteBuffer.wrap(bytes, offset, length).order(order);
        while (words.hasRemaining()) {
            first += words.getInt() + second;
            second += words.getInt() + first;
        }
        return this;
    }

    /** Both halves, as they are stored one after the other, big-endian. */
    long value() {
        return ((long) first << Integer.SIZE) | Integer.toUnsignedLong(second);
    }
}
