package no.altinn.testing.cosmos;

import java.time.Duration;

/** Something that goes wrong with one request. */
public sealed interface Fault {
    /** The request is refused and nothing is done; a pause is asked for unless it is zero. */
    record Refused(int status, Duration retryAfter) implements Fault {}

    /** The connection ends before the request is read to its end; nothing is done. */
    record Dropped() implements Fault {}

    /** The request is done, but its answer is lost. */
    record DroppedAfterCommit() implements Fault {}

    /** The request is done, but is answered with a status of failure. */
    record RefusedAfterCommit(int status) implements Fault {}

    /** The request is done when the action has ended, and answered then. */
    record After(Runnable action) implements Fault {}

    /** Too many requests. */
    static Fault throttled(Duration retryAfter) {
        return new Refused(429, retryAfter);
    }
}
