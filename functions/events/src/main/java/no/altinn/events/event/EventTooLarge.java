package no.altinn.events.event;

/** An event that fits into no document; it would not the next time either. */
public final class EventTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventTooLarge(Throwable cause) {
        super("The store has no room for an event of this size.", cause);
    }
}
