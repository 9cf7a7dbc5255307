package no.altinn.platform.client;

/**
 * Another part of the platform could not be asked, or its answer could not be used. The message is
 * for the log: it names the method and the address, never a query, a token or a person.
 */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that this message tells. */
    public Unavailable(String message) {
        super(message);
    }

    /** A failure that came out as another exception. */
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
