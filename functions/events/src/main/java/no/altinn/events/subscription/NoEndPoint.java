package no.altinn.events.subscription;

/** What is asked for needs an endpoint, and the consumer of the subscription fetches its events. */
public final class NoEndPoint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason, as the caller reads it. */
    public NoEndPoint() {
        super("A pull subscription has no endpoint.");
    }
}
