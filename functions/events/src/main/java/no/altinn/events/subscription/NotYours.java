package no.altinn.events.subscription;

/** The subscription belongs to another consumer than the caller. */
public final class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYours() {
        super("The subscription is another consumer's.");
    }
}
