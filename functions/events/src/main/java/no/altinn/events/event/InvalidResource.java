package no.altinn.events.event;

/**
 * A CloudEvent whose {@code resource} is missing or no URN; the message may go back to the sender.
 */
public final class InvalidResource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidResource(String message) {
        super(message);
    }

    static InvalidResource missing() {
        return new InvalidResource("A 'resource' property must be defined.");
    }
}
