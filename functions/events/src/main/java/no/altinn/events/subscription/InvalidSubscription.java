package no.altinn.events.subscription;

/**
 * A subscription is asked for that cannot be made. The message says why, and the caller reads it.
 */
public final class InvalidSubscription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSubscription(String message) {
        super(message);
    }
}
