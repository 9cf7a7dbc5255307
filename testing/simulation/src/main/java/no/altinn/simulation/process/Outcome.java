package no.altinn.simulation.process;

import java.util.Optional;

/**
 * How a piece of work of a process ended.
 *
 * @param isCrashed whether the process ended in it
 * @param failure what it threw otherwise
 */
public record Outcome(boolean isCrashed, Optional<RuntimeException> failure) {
    /** It was done. */
    public static final Outcome DONE = new Outcome(false, Optional.empty());

    /** The process ended in it. */
    public static final Outcome CRASHED = new Outcome(true, Optional.empty());

    /** It threw this. */
    static Outcome failed(RuntimeException failure) {
        return new Outcome(false, Optional.of(failure));
    }

    /** Whether it was done. */
    public boolean isDone() {
        return !isCrashed && failure.isEmpty();
    }
}
