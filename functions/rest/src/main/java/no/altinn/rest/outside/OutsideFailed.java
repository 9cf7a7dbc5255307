package no.altinn.rest.outside;

/**
 * A service of somebody else has not answered as it should. The message is for the caller: it says
 * what was asked and what came of it, and no address.
 */
public final class OutsideFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutsideFailed(String message) {
        super(message);
    }

    public OutsideFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
