package no.altinn.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands in a file of the folder before its own bytes. A file that came through the app has
 * eight bytes: when it expires, the second since 1970 as a big-endian number. One that a front sent
 * begins with eight bytes of which the first is no such number's, and has after them when it
 * expires, whether it is claimed (eight bytes, 0 or 1), and its MD5. Immutable.
 *
 * @param expires the second since 1970; {@link #NEVER} for never
 * @param isClaimed whether it belongs to anybody; a file that came through the app does
 * @param md5 the checksum in Base64; empty where it is not kept
 * @param length of the head, in bytes
 */
record StoredHead(long expires, boolean isClaimed, Optional<String> md5, int length) {
    static final long NEVER = Long.MAX_VALUE;

    /** The bytes before a file that a front sends. */
    static final int LONG = 40;

    private static final int SHORT = Long.BYTES;
    private static final long MARK = 0xA174_1F11_E000_0001L;
    private static final int MD5_BYTES = 16;

    /** The head of a file that comes through the app. */
    static StoredHead ofWritten(Optional<Instant> expires) {
        return new StoredHead(second(expires), true, Optional.empty(), SHORT);
    }

    /**
     * The head of a file that a front has sent, which nobody has claimed.
     *
     * @param md5 in Base64
     */
    static StoredHead ofSent(Instant expires, String md5) {
        return new StoredHead(expires.getEpochSecond(), false, Optional.of(md5), LONG);
    }

    private static long second(Optional<Instant> expires) {
        return expires.map(Instant::getEpochSecond).orElse(NEVER);
    }

    /** The same of a file that is claimed. */
    StoredHead claimedUntil(Optional<Instant> end) {
        return new StoredHead(second(end), true, md5, length);
    }

    boolean hasExpiredAt(Instant now) {
        return expires <= now.getEpochSecond();
    }

    /**
     * Reads the head from the channel, which is at the file's own bytes then.
     *
     * @throws IOException if the file is cut short
     */
    static StoredHead read(FileChannel channel) throws IOException {
        long first = filled(Long.BYTES, channel).getLong();
        if (first != MARK) {
            return new StoredHead(first, true, Optional.empty(), SHORT);
        }
        ByteBuffer rest = filled(LONG - Long.BYTES, channel);
        long expires = rest.getLong();
        boolean isClaimed = rest.getLong() != 0;
        byte[] md5 = new byte[MD5_BYTES];
        rest.get(md5);
        return new StoredHead(
                expires, isClaimed, Optional.of(Base64.getEncoder().encodeToString(md5)), LONG);
    }

    /** So many bytes, to be read. */
    static ByteBuffer filled(int bytes, FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("A file is cut short");
            }
        }
        return buffer.flip();
    }

    /** The head as it stands in the file. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (length == LONG) {
            bytes.putLong(MARK).putLong(expires).putLong(isClaimed ? 1 : 0);
            bytes.put(Base64.getDecoder().decode(md5.orElseThrow()));
        } else {
            bytes.putLong(expires);
        }
        return bytes.flip();
    }

    /** Writes the head in its place, and no other bytes of the file. */
    void write(FileChannel channel) throws IOException {
        ByteBuffer bytes = bytes();
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }
}
