package no.altinn.testing.history;

import java.util.Optional;

/**
 * A call of a history. Immutable.
 *
 * @param input what was asked
 * @param output what was answered; empty if that is unknown, as after a time-out
 * @param begun the moment at which it began: a later call has a larger number
 * @param ended the moment at which it was answered; {@link #NEVER} if that is unknown
 */
public record Call<I, O>(I input, Optional<O> output, long begun, long ended) {
    /** The end of a call whose effect may come at any time later, or not at all. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A call that was answered. */
    public static <I, O> Call<I, O> answered(I input, O output, long begun, long ended) {
        return new Call<>(input, Optional.of(output), begun, ended);
    }

    /** A call of which nothing came back. */
    public static <I, O> Call<I, O> unanswered(I input, long begun) {
        return new Call<>(input, Optional.empty(), begun, NEVER);
    }

    /** The call for a reader: from when to when it was under way, what was asked and answered. */
    String told() {
        return "%d to %s: %s -> %s"
                .formatted(
                        begun,
                        ended == NEVER ? "?" : ended,
                        input,
                        output.map(Object::toString).orElse("?"));
    }
}
