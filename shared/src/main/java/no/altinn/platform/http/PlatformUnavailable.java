package no.altinn.platform.http;

/**
 * Another part of the platform could not be asked, or its answer could not be used. The message is
 * for the log: it names the method and the address, never a query, a token or a person.
 */
public class PlatformUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that this message tells. */
    public PlatformUnavailable(String message) {
        super(message);
    }

    /** A failure that came out as another exception. */
    public PlatformUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
