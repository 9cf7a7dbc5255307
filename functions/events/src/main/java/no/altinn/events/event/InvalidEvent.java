package no.altinn.events.event;

import java.util.Optional;

/**
 * A text that is no CloudEvent 1.0; the message says what is wrong and may go back to the sender.
 */
public final class InvalidEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Empty for none. */
    private final String attribute;

    InvalidEvent(String message) {
        super(message);
        this.attribute = "";
    }

    InvalidEvent(String message, Throwable cause) {
        super(message, cause);
        this.attribute = "";
    }

    private InvalidEvent(String attribute, String message) {
        super(message);
        this.attribute = attribute;
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

    /** The one attribute that the message is about, as the sender named it. */
    Optional<String> attribute() {
        return Optional.of(attribute).filter(name -> !name.isEmpty());
    }
}
