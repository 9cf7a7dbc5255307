package no.altinn.events.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What follows a call of an endpoint, as a log line ends with it. Immutable.
 *
 * @param words begin with a space, or are empty
 */
public record NextCall(String words) {
    /** The endpoint took the event. */
    public static final NextCall NONE = new NextCall("");

    /** The outcome could not be kept, so that a sweep has the call made again. */
    public static final NextCall UNKNOWN = new NextCall(" next=unknown");

    /** It was the last call. */
    public static final NextCall GIVEN_UP = new NextCall(" given up");

    /** Another call of the same attempt came first, and decided what follows. */
    public static final NextCall OVERTAKEN = new NextCall(" overtaken");

    /** The next call is due then. */
    public static NextCall at(Instant instant) {
        return new NextCall(" next=" + instant.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public String toString() {
        return words;
    }
}
