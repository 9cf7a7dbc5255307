package no.altinn.platform.seal;

import java.util.Base64;

/**
 * A key that only the keeper of another key can read. Immutable.
 *
 * @param wrappedBy which version of the other key has wrapped it, as its keeper names it
 * @param base64 the wrapped bytes
 */
public record WrappedKey(String wrappedBy, String base64) {
    /** The bytes that were wrapped by that version. */
    public static WrappedKey of(String wrappedBy, byte[] bytes) {
        return new WrappedKey(wrappedBy, Base64.getEncoder().encodeToString(bytes));
    }

    /** The wrapped bytes. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
