package no.altinn.events.delivery;

/** The event of a delivery is not there any more. The caller reads the message. */
public final class EventGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventGone() {
        super("The event is no longer kept.");
    }
}
