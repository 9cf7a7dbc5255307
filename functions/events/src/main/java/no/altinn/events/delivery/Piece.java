package no.altinn.events.delivery;

/**
 * Some of the subscriptions that an event is relayed to: an event with many recipients is relayed
 * piece by piece. Ids grow, so a subscription that is added or removed meanwhile moves no other
 * from one piece to another.
 *
 * @param after the id below the first subscription of the piece
 * @param until the id of its last subscription
 */
public record Piece(int after, int until) {
    /** Every subscription. */
    public static final Piece ALL = new Piece(0, Integer.MAX_VALUE);

    /** Whether the subscription belongs to it. */
    boolean holds(int subscriptionId) {
        return subscriptionId > after && subscriptionId <= until;
    }

    /** The first part of it, which ends with a subscription. */
    Piece upTo(int subscriptionId) {
        return new Piece(after, subscriptionId);
    }

    /** What is left behind a subscription. */
    Piece from(int subscriptionId) {
        return new Piece(subscriptionId, until);
    }
}
