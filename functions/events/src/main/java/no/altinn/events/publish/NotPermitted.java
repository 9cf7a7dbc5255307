package no.altinn.events.publish;

/** The policy does not permit what the caller asks for. */
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPermitted(String what) {
        super(what);
    }
}
