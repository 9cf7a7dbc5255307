package no.altinn.events.signing;

import no.altinn.platform.seal.WrappedKey;

import java.time.Instant;

/**
 * A key that encrypts keys of subscriptions, as it is kept.
 *
 * @param id names it in what it has encrypted
 * @param created when it was made, in whole milliseconds
 */
public record DataKey(String id, Instant created, WrappedKey wrapped) {
    /** The same key, wrapped anew. */
    DataKey wrapped(WrappedKey other) {
        return new DataKey(id, created, other);
    }
}
