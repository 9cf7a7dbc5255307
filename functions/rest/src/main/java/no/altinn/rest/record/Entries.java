package no.altinn.rest.record;

import java.util.List;
import java.util.Optional;

/**
 * The entries of one table. A write is durable when the call returns. Reads see every write that
 * returned before. Implementations are thread-safe.
 *
 * <p>An entry is gone from the instant at which it expires: no method finds it, and one with its
 * partition and id can be added. A key that no entry can have finds nothing.
 *
 * <p>Every method throws {@link no.altinn.platform.client.Unavailable} if the store does not
 * answer, and {@link IllegalArgumentException} for a label that the table has not.
 */
public interface Entries {
    /** One entry, unless it has expired. */
    Optional<Entry> find(String partition, String id);

    /**
     * Adds an entry.
     *
     * @return whether there was none with its partition and id; else nothing is changed
     */
    boolean add(Entry entry);

    /**
     * Writes an entry in the place of the one with its partition and id.
     *
     * @param version the version that was read
     * @return whether it had still that version; else nothing is changed
     */
    boolean replace(Entry entry, String version);

    /** Writes an entry, whether there is one with its partition and id or not. */
    void put(Entry entry);

    /**
     * Removes an entry.
     *
     * @return whether there was one
     */
    boolean remove(String partition, String id);

    /** The entries that are wanted, without their bodies; none that has expired. */
    List<Entry> search(Search search);
}
