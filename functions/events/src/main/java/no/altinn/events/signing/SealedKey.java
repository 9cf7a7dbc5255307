package no.altinn.events.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of a subscription as it is kept. Immutable.
 *
 * @param created when it was made, in whole milliseconds
 * @param until when it signs no more; empty for the newest
 * @param publicHalf of an Ed25519 pair; empty for a secret
 * @param seal the key's bytes, unreadable
 */
public record SealedKey(
        Scheme scheme,
        Instant created,
        Optional<Instant> until,
        Optional<PublicHalf> publicHalf,
        KeySeal seal) {
    /** Whether it signs what is sent then. */
    boolean isValidAt(Instant instant) {
        return until.isEmpty() || until.get().isAfter(instant);
    }

    /** The same key, which signs until then. */
    SealedKey endingAt(Instant instant) {
        return new SealedKey(scheme, created, Optional.of(instant), publicHalf, seal);
    }

    /** The same key under another seal. */
    SealedKey under(KeySeal other) {
        return new SealedKey(scheme, created, until, publicHalf, other);
    }
}
