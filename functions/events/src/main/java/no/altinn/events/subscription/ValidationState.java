package no.altinn.events.subscription;

import java.time.Instant;

/** How far it has come to show that an endpoint wants to be called. */
public sealed interface ValidationState {
    /**
     * The endpoint is to be tried.
     *
     * @param attempt which try, 1 and up
     * @param at not before this
     */
    record Pending(int attempt, Instant at) implements ValidationState {}

    /** The endpoint has answered; events are pushed. */
    record Validated() implements ValidationState {}

    /** Every try has failed; the same subscription posted again starts over. */
    record Failed() implements ValidationState {}
}
