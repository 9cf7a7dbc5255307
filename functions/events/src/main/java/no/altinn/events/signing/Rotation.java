package no.altinn.events.signing;

import java.time.Duration;
import java.util.Optional;

/**
 * How a key is to be replaced.
 *
 * @param scheme of the new key; empty for that of the key before
 * @param overlap for how long that one signs along, {@link #SHORTEST} to {@link #LONGEST}
 */
public record Rotation(Optional<Scheme> scheme, Duration overlap) {
    /** None: the old key ends at once. */
    public static final Duration SHORTEST = Duration.ZERO;

    /** A week. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** A day, where nothing is said. */
    public static final Duration USUAL = Duration.ofDays(1);
}
