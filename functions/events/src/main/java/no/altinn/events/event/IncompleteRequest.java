package no.altinn.events.event;

/** An app registers an event without a member that it must send. The app reads the message. */
public final class IncompleteRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteRequest(String message) {
        super(message);
    }
}
