package no.altinn.events.subscription;

/**
 * A call that has no meaning for how the subscription's events reach its consumer. The message says
 * why, and the caller reads it.
 */
public final class WrongDeliveryMode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private WrongDeliveryMode(String message) {
        super(message);
    }

    /**
     * Requires that the subscription's consumer fetches the events.
     *
     * @throws WrongDeliveryMode if they are pushed
     */
    public static void requirePull(Subscription subscription) {
        if (!subscription.isPulled()) {
            throw new WrongDeliveryMode("The subscription is not a pull subscription.");
        }
    }

    /**
     * Requires that the subscription's events are pushed.
     *
     * @throws WrongDeliveryMode if their consumer fetches them
     */
    public static void requirePush(Subscription subscription) {
        if (subscription.isPulled()) {
            throw new WrongDeliveryMode("A pull subscription has no endpoint.");
        }
    }
}
