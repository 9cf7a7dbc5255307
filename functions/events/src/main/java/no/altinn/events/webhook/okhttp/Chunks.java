package no.altinn.events.webhook.okhttp;

/**
 * The chunks of a body, as their bytes come (RFC 9112 §7.1). What follows the last chunk is not
 * read. For one thread at a time.
 */
final class Chunks {
    private static final int LONGEST_SIZE = 15;

    private enum Part {
        SIZE,
        REST_OF_SIZE,
        CONTENT,
        END_OF_CONTENT,
        END,
        NONE
    }

    /** Takes the content of chunks. */
    @FunctionalInterface
    interface Sink {
        void add(byte[] bytes, int from, int count);
    }

    private final Sink sink;
    private Part part = Part.SIZE;
    private long size;
    private int digits;

    Chunks(Sink sink) {
        this.sink = sink;
    }

    /** Goes on with the bytes that came next. */
    void add(byte[] bytes, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end && !isOver()) {
            if (part == Part.CONTENT) {
                int content = (int) Math.min(size, end - at);
                sink.add(bytes, at, content);
                at += content;
                size -= content;
                part = size == 0 ? Part.END_OF_CONTENT : Part.CONTENT;
            } else {
                part = next((char) (bytes[at] & 0xff));
                at++;
            }
        }
    }

    private Part next(char next) {
        if (part == Part.SIZE) {
            int digit = next < 0x80 ? Character.digit(next, 16) : -1;
            if (digit >= 0) {
                size = 16 * size + digit;
                digits++;
                return digits <= LONGEST_SIZE ? Part.SIZE : Part.NONE;
            }
            if (digits == 0) {
                return Part.NONE;
            }
        }
        if (part == Part.END_OF_CONTENT) {
            return afterContent(next);
        }
        if (next != '\n') {
            return Part.REST_OF_SIZE;
        }
        return size == 0 ? Part.END : Part.CONTENT;
    }

    private Part afterContent(char next) {
        digits = 0;
        if (next == '\r') {
            return Part.END_OF_CONTENT;
        }
        return next == '\n' ? Part.SIZE : Part.NONE;
    }

    /** Whether nothing more is read: the last chunk has come, or something that is no chunk. */
    boolean isOver() {
        return part == Part.END || part == Part.NONE;
    }

    /** Whether the last chunk has come. */
    boolean isWhole() {
        return part == Part.END;
    }
}
