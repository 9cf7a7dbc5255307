package no.altinn.events.delivery;

import java.time.Instant;

/** How far a delivery has come. */
public sealed interface DeliveryState {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Reads a state. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R due(Due state);

        R delivered(Delivered state);

        R dead(Dead state);

        R cancelled(Cancelled state);
    }

    /**
     * An attempt is to be made.
     *
     * @param attempt which one, 1 and up
     * @param at not before this
     */
    record Due(int attempt, Instant at) implements DeliveryState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.due(this);
        }
    }

    /** The endpoint has answered 2xx. */
    record Delivered(Instant at) implements DeliveryState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivered(this);
        }
    }

    /** Every attempt has failed; kept for its consumer to see. */
    record Dead(Instant at) implements DeliveryState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dead(this);
        }
    }

    /** The subscription was removed before the event arrived. */
    record Cancelled(Instant at) implements DeliveryState {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }
}
