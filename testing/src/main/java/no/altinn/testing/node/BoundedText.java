package no.altinn.testing.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning and the end of a text that may be long: how a tool began, and what it said last.
 * Thread-safe.
 */
final class BoundedText {
    private final byte[] first;
    private final byte[] last;
    private long total;

    /**
     * @param most the most bytes that are kept, half of them of the end
     */
    BoundedText(int most) {
        this.first = new byte[most / 2];
        this.last = new byte[most - most / 2];
    }

    /** Adds all of a piece. */
    void add(byte[] piece) {
        add(piece, piece.length);
    }

    /** Adds the beginning of a piece. */
    synchronized void add(byte[] piece, int length) {
        for (int i = 0; i < length; i++) {
            if (total < first.length) {
                first[(int) total] = piece[i];
            } else {
                last[(int) ((total - first.length) % last.length)] = piece[i];
            }
            total++;
        }
    }

    /** What is kept, in UTF-8, with a line in the place of what is not. */
    synchronized String text() {
        if (total <= first.length) {
            return string(first, 0, (int) total);
        }
        long rest = total - first.length;
        if (rest <= last.length) {
            byte[] whole = Arrays.copyOf(first, (int) total);
            System.arraycopy(last, 0, whole, first.length, (int) rest);
            return string(whole, 0, whole.length);
        }
        int oldest = (int) (rest % last.length);
        byte[] end = new byte[last.length];
        System.arraycopy(last, oldest, end, 0, last.length - oldest);
        System.arraycopy(last, 0, end, last.length - oldest, oldest);
        return "%s%n… %d bytes left out …%n%s"
                .formatted(
                        string(first, 0, first.length),
                        rest - last.length,
                        string(end, 0, end.length));
    }

    private static String string(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
