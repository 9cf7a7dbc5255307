package no.altinn.events.erase;

/** There is no event with the identity. The caller reads the message. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEvent() {
        super("There is no event with this id and source on this resource.");
    }
}
