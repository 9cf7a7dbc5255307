package no.altinn.platform.time;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How often something is read again, and for how long it may be used. Immutable.
 *
 * @param maxAge at which age it is read again
 * @param pause the least time from one read to the next, once there is something; the first read
 *     that succeeds does not count
 * @param kept for how long after it was read it may be used when it cannot be read again
 */
public record RefreshPolicy(Duration maxAge, Duration pause, Duration kept) {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

    /** Read again at this age, tried again after a minute, and used for as long as that fails. */
    public static RefreshPolicy every(Duration maxAge) {
        return new RefreshPolicy(maxAge, A_MINUTE, FOR_EVER);
    }

    /** The same with another pause. */
    public RefreshPolicy withPause(Duration other) {
        return new RefreshPolicy(maxAge, other, kept);
    }

    /** The same, but used for so long at most. */
    public RefreshPolicy keptFor(Duration longest) {
        return new RefreshPolicy(maxAge, pause, longest);
    }
}
