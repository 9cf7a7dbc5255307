package no.altinn.events.delivery;

import java.time.Instant;

/** How far a delivery has come. */
public sealed interface DeliveryState {
    /** Calls the visitor's method for this kind, and returns what it returns. */
    <R> R accept(Visitor<R> visitor);

    /** The name of this kind. */
    DeliveryStatus status();

    /** Since when the delivery is in this state, or until when it waits in it. */
    Instant at();

    /**
     * Reads a state. Each kind has a method, so a new kind does not compile before every reader
     * handles it.
     */
    interface Visitor<R> {
        R due(Due state);

        R held(Held state);

        R ready(Ready state);

        R locked(Locked state);

        R delivered(Delivered state);

        R dead(Dead state);

        R cancelled(Cancelled state);
    }

    /**
     * An attempt is to be made.
     *
     * @param attempt which one, 1 and up
     * @param at not before this
     * @param trigger why it is made
     */
    record Due(int attempt, Instant at, Trigger trigger) implements DeliveryState {
        /** An attempt that the schedule demands. */
        public Due(int attempt, Instant at) {
            this(attempt, at, Trigger.SCHEDULE);
        }

        /** The same attempt at another time. */
        public Due at(Instant other) {
            return new Due(attempt, other, trigger);
        }

        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.DUE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.due(this);
        }
    }

    /**
     * No attempt is made before the subscription takes events again.
     *
     * @param attempt the one that is to be made then, 1 and up
     * @param at since when
     */
    record Held(int attempt, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.HELD;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.held(this);
        }
    }

    /**
     * The consumer may fetch the event.
     *
     * @param attempt how many times it will have been handed out then, 1 and up
     * @param at not before this
     */
    record Ready(int attempt, Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.READY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ready(this);
        }
    }

    /**
     * The consumer has fetched the event and works on it.
     *
     * @param attempt how many times it has been handed out, 1 and up
     * @param at until when no other receiver gets it
     * @param token what its receiver shows, at most 64 characters
     */
    record Locked(int attempt, Instant at, String token) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.LOCKED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.locked(this);
        }
    }

    /** The endpoint has answered 2xx, or the receiver has acknowledged the event. */
    record Delivered(Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.DELIVERED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivered(this);
        }
    }

    /** Every attempt has failed; kept for its consumer to see. */
    record Dead(Instant at) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.DEAD;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dead(this);
        }
    }

    /** No attempt is made any more, though none has succeeded. */
    record Cancelled(Instant at, CancelReason reason) implements DeliveryState {
        @Override
        public DeliveryStatus status() {
            return DeliveryStatus.CANCELLED;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }
}
