package no.altinn.events.event;

import java.util.Optional;

/**
 * A CloudEvent whose {@code resource} is missing or no URN; the message may go back to the sender.
 */
public final class InvalidResource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String LOGGED = "An event's resource is missing or no URN.";

    private final String detail;
    private final String logged;

    InvalidResource(String message) {
        super(message);
        this.detail = message;
        this.logged = LOGGED;
    }

    private InvalidResource(String message, String detail, String logged, Throwable cause) {
        super(message, cause);
        this.detail = detail;
        this.logged = logged;
    }

    static InvalidResource missing() {
        return new InvalidResource("A 'resource' property must be defined.");
    }

    /**
     * The same refusal of one event of a batch, whose message begins with the event's place.
     *
     * @param index the event's place in the batch, from 0 on
     * @param id the event's id; empty for an event without one
     */
    InvalidResource at(int index, Optional<String> id) {
        String placed = BatchPlace.of(index, id) + ": " + getMessage();
        return new InvalidResource(placed, placed, BatchPlace.of(index) + ": " + logged, this);
    }

    /** The same refusal with more to say to senders that ask for it. */
    InvalidResource explained(String sentence) {
        return new InvalidResource(getMessage(), getMessage() + " " + sentence, logged, this);
    }

    /** The message and what there is to say besides. */
    public String detail() {
        return detail;
    }

    /** The message as the log has it: neither the event's id nor its resource. */
    public String logged() {
        return logged;
    }
}
