package no.altinn.events.log;

/**
 * A log entry lacks a member, or a member is wrong. The message says which, and the sender reads
 * it.
 */
public final class InvalidLogEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidLogEntry(String message) {
        super(message);
    }
}
