package no.altinn.events.event;

/**
 * A text that is no CloudEvent 1.0; the message says what is wrong and may go back to the sender.
 */
public final class InvalidEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidEvent(String message) {
        super(message);
    }

    InvalidEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
