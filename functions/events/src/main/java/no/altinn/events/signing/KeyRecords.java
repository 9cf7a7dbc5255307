package no.altinn.events.signing;

import java.util.Optional;

/**
 * What has to be kept about keys besides subscriptions: wrapped data keys, and the names of public
 * pages. Every method throws {@link no.altinn.platform.client.Unavailable} when the store cannot
 * answer. Implementations are thread-safe and pass {@code KeyRecordsContract}.
 */
public interface KeyRecords {
    /** The record of this name, as it was written last. */
    Optional<KeyRecord> find(String name);

    /**
     * Writes a record if the one before it, by its revision, is there; the first, if none is.
     *
     * @param next its revision is 1 and up
     * @return whether it was written
     */
    boolean write(KeyRecord next);

    /** Removes the record of this name, if there is one. */
    void remove(String name);
}
