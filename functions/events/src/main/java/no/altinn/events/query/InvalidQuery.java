package no.altinn.events.query;

/** A parameter of a read is missing or wrong. The message says which, and the client reads it. */
public final class InvalidQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal that tells the client this. */
    public InvalidQuery(String message) {
        super(message);
    }

    /** A refusal that tells the client this, because of that. */
    public InvalidQuery(String message, Throwable cause) {
        super(message, cause);
    }
}
