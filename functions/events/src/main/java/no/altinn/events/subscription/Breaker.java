package no.altinn.events.subscription;

import java.time.Instant;

/** Whether a subscription's endpoint is left alone for a while because it fails. */
public sealed interface Breaker {
    /** The endpoint is called. */
    Breaker CLOSED = new Closed();

    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a breaker. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R closed(Closed breaker);

        R open(Open breaker);

        R halfOpen(HalfOpen breaker);
    }

    /** The endpoint is called. */
    record Closed() implements Breaker {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    /**
     * The endpoint is not called, and deliveries are held.
     *
     * @param until when the endpoint is tried
     * @param opens how many times it has opened since it was closed last, 1 and up
     */
    record Open(Instant until, int opens) implements Breaker {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.open(this);
        }
    }

    /**
     * The endpoint is being tried with the oldest held delivery.
     *
     * @param until when the process that tries it counts as gone
     * @param opens as before it was tried
     */
    record HalfOpen(Instant until, int opens) implements Breaker {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.halfOpen(this);
        }
    }
}
