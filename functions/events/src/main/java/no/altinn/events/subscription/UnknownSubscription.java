package no.altinn.events.subscription;

/** There is no subscription with the id. */
public final class UnknownSubscription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSubscription() {
        super("There is no such subscription.");
    }
}
