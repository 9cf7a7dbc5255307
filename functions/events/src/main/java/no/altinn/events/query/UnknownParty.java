package no.altinn.events.query;

/**
 * A read names an organisation or a person that Register does not know. The caller reads the
 * message.
 */
public final class UnknownParty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownParty() {
        super("The organisation or the person is unknown.");
    }
}
