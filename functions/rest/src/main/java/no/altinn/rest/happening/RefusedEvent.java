package no.altinn.rest.happening;

/** The Events API does not take an event as it is; the message says what it answered. */
public final class RefusedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedEvent(String message) {
        super(message);
    }
}
