package no.altinn.rest.application;

/** An application that cannot be entered; the message tells why. */
public final class InvalidApplication extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidApplication(String message) {
        super(message);
    }
}
