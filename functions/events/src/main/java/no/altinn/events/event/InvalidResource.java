package no.altinn.events.event;

/**
 * A CloudEvent whose {@code resource} is missing or no URN; the message may go back to the sender.
 */
public final class InvalidResource extends RuntimeException {
    /** What the log tells of it: neither the event's id nor its resource. */
    public static final String LOGGED = "An event's resource is missing or no URN.";

    private static final long serialVersionUID = 1L;

    private final String detail;

    InvalidResource(String message) {
        super(message);
        this.detail = message;
    }

    private InvalidResource(String message, String detail, Throwable cause) {
        super(message, cause);
        this.detail = detail;
    }

    static InvalidResource missing() {
        return new InvalidResource("A 'resource' property must be defined.");
    }

    /** The same refusal of one event of a batch, whose message begins with the event's place. */
    InvalidResource at(String place) {
        String placed = place + ": " + getMessage();
        return new InvalidResource(placed, placed, this);
    }

    /** The same refusal with more to say to senders that ask for it. */
    InvalidResource explained(String sentence) {
        return new InvalidResource(getMessage(), getMessage() + " " + sentence, this);
    }

    /** The message and what there is to say besides. */
    public String detail() {
        return detail;
    }
}
