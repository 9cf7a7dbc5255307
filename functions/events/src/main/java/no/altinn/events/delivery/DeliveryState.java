package no.altinn.events.delivery;

import java.time.Instant;

/** How far a delivery has come. */
public sealed interface DeliveryState {
    /**
     * An attempt is to be made.
     *
     * @param attempt which one, 1 and up
     * @param at not before this
     */
    record Due(int attempt, Instant at) implements DeliveryState {}

    /** The endpoint has answered 2xx. */
    record Delivered(Instant at) implements DeliveryState {}

    /** Every attempt has failed; kept for its consumer to see. */
    record Dead(Instant at) implements DeliveryState {}

    /** The subscription was removed before the event arrived. */
    record Cancelled(Instant at) implements DeliveryState {}
}
