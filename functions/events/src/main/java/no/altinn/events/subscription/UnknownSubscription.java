package no.altinn.events.subscription;

/** There is no subscription with the id. The caller reads the message. */
public final class UnknownSubscription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal of the id that a caller names. */
    public UnknownSubscription() {
        super("There is no subscription with this id.");
    }
}
