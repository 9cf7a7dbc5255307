package no.altinn.events.event;

/** A cursor that no store of this kind has given out. */
public final class InvalidCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidCursor() {
        super("The cursor was not given out by this service.");
    }
}
