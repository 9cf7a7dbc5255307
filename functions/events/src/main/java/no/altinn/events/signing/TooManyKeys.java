package no.altinn.events.signing;

import java.time.Instant;

/** A subscription has as many valid keys as it may have. */
public final class TooManyKeys extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param free when the next of them ends
     */
    TooManyKeys(int most, Instant free) {
        super(
                "%d keys of the subscription are valid. Rotate again after %s, or with an overlap of 0 seconds."
                        .formatted(most, free));
    }
}
