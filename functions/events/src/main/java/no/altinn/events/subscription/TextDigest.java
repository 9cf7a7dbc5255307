package no.altinn.events.subscription;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * Stands for a text of any length in 16 bytes: the first half of its SHA-256. Equal texts have
 * equal digests; two different texts with equal digests cannot be found.
 */
record TextDigest(long first, long second) implements Comparable<TextDigest> {
    private static final Comparator<TextDigest> ORDER =
            Comparator.comparingLong(TextDigest::first).thenComparingLong(TextDigest::second);

    static TextDigest of(String text) {
        // The characters as they are: an encoding would turn all lone surrogates into one.
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(bytes.array()));
        return new TextDigest(digest.getLong(), digest.getLong());
    }

    @Override
    public int compareTo(TextDigest other) {
        return ORDER.compare(this, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
