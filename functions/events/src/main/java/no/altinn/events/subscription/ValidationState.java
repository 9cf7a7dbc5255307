package no.altinn.events.subscription;

import java.time.Instant;

/** How far the validation of a subscription's endpoint has come. */
public sealed interface ValidationState {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a state. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R pending(Pending state);

        R validated(Validated state);

        R failed(Failed state);
    }

    /**
     * The endpoint is to be tried.
     *
     * @param attempt which try, 1 and up
     * @param at not before this
     */
    record Pending(int attempt, Instant at) implements ValidationState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pending(this);
        }
    }

    /** The endpoint has answered; events are pushed. */
    record Validated() implements ValidationState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validated(this);
        }
    }

    /** Every try has failed; the same subscription posted again starts over. */
    record Failed() implements ValidationState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }
}
