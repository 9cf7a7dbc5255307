package no.altinn.events.filter.cesql;

/** A text that is no CESQL expression. The message says why, in words that go on after a colon. */
public final class InvalidCesql extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidCesql(String message) {
        super(message);
    }
}
