package no.altinn.events.signing;

/**
 * The bytes of a key, encrypted.
 *
 * @param dataKey the id of the data key that opens it
 * @param base64Url a nonce of 12 bytes, then what AES-256-GCM has made of the key
 */
public record KeySeal(String dataKey, String base64Url) {
    /** Names the data key alone: what is not needed in a log should not be there. */
    @Override
    public String toString() {
        return "KeySeal[" + dataKey + "]";
    }
}
