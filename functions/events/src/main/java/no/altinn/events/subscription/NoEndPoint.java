package no.altinn.events.subscription;

/** What is asked for concerns the endpoint of a subscription whose consumer fetches the events. */
public final class NoEndPoint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoEndPoint() {
        super("A pull subscription has no endpoint.");
    }
}
