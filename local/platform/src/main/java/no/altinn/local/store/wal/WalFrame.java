package no.altinn.local.store.wal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * One page in a write-ahead log: SQLite's file format, section 4.1. One object is filled with one
 * frame after the other. Not thread-safe.
 */
final class WalFrame {
    private static final int HEADER_BYTES = 24;
    private static final int CHECKED = 8;

    private final WalHeader header;
    private final ByteBuffer bytes;

    /** An empty frame of a log. */
    WalFrame(WalHeader header) {
        this.header = header;
        this.bytes = ByteBuffer.allocate(HEADER_BYTES + header.pageSize());
    }

    /** The length of each frame of a log, in bytes. */
    static int length(WalHeader header) {
        return HEADER_BYTES + header.pageSize();
    }

    /**
     * Fills this with the next frame.
     *
     * @return how many bytes there were; less than a frame at the end
     */
    int read(InputStream in) throws IOException {
        return in.readNBytes(bytes.array(), 0, bytes.capacity());
    }

    /** Whether the frame was written since the log last started over. */
    boolean isCurrent() {
        return bytes.getLong(8) == header.salts();
    }

    /** Whether the frame ends a transaction. */
    boolean isCommit() {
        return bytes.getInt(4) != 0;
    }

    /** The checksum that is stored in the frame: of it and of all before it. */
    long checksum() {
        return bytes.getLong(16);
    }

    /**
     * Whether the frame is what was written after the frame before it.
     *
     * @param before the checksum of the frame before it, or of the log's header
     */
    boolean follows(long before) {
        return isCurrent()
                && bytes.getInt(0) != 0
                && new WalChecksum(header.order(), before)
                                .add(bytes.array(), 0, CHECKED)
                                .add(bytes.array(), HEADER_BYTES, header.pageSize())
                                .value()
                        == checksum();
    }
}
