package no.altinn.events.event;

import java.util.Optional;

/**
 * A text that is no CloudEvent 1.0; the message says what is wrong and may go back to the sender.
 */
public final class InvalidEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Empty for none. */
    private final String attribute;

    private final String logged;

    InvalidEvent(String message) {
        this("", message);
    }

    InvalidEvent(String message, Throwable cause) {
        this(message, message, cause);
    }

    private InvalidEvent(String attribute, String message) {
        super(message);
        this.attribute = attribute;
        this.logged = message;
    }

    private InvalidEvent(String message, String logged, Throwable cause) {
        super(message, cause);
        this.attribute = "";
        this.logged = logged;
    }

    /**
     * An event with an attribute that is missing or breaks a rule.
     *
     * @param name the attribute as the sender named it
     * @param why words that go on after the name
     */
    static InvalidEvent ofAttribute(String name, String why) {
        return new InvalidEvent(
                name, "The attribute '%s' %s".formatted(AttributeText.shown(name), why));
    }

    /**
     * The same refusal of one event of a batch.
     *
     * @param index the event's place in the batch, from 0 on
     * @param id the event's id; empty for an event without one
     */
    InvalidEvent at(int index, Optional<String> id) {
        return new InvalidEvent(
                BatchPlace.of(index, id) + ": " + getMessage(),
                BatchPlace.of(index) + ": " + logged,
                this);
    }

    /** The message as the log has it: without the event's id, which may name a person. */
    public String logged() {
        return logged;
    }

    /** The one attribute that the message is about, as the sender named it. */
    Optional<String> attribute() {
        return Optional.of(attribute).filter(name -> !name.isEmpty());
    }
}
