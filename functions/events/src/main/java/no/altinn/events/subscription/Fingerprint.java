package no.altinn.events.subscription;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A subscription's {@link NewSubscription#fingerprint} in its 32 bytes: as a text of 43 characters
 * it would take 88. A store that finds subscriptions by their ids alone has none to tell.
 */
record Fingerprint(long first, long second, long third, long fourth) {
    /** None is known. */
    static final Fingerprint NONE = new Fingerprint(0, 0, 0, 0);

    /**
     * Reads a fingerprint.
     *
     * @param text base64url; none is known if it is no fingerprint, since a document with such an
     *     id must not keep its neighbours from being read
     */
    static Fingerprint of(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
        if (bytes.length != 4 * Long.BYTES) {
            return NONE;
        }
        ByteBuffer longs = ByteBuffer.wrap(bytes);
        Fingerprint read =
                new Fingerprint(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
        return read.text().equals(text) ? read : NONE;
    }

    /** The fingerprint as base64url, 43 characters; empty if none is known. */
    String text() {
        if (equals(NONE)) {
            return "";
        }
        byte[] bytes =
                ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(first)
                        .putLong(second)
                        .putLong(third)
                        .putLong(fourth)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
