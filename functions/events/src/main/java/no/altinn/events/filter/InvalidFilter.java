package no.altinn.events.filter;

/** Filters that cannot be. The message says why, and the caller reads it. */
public final class InvalidFilter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    InvalidFilter(String message) {
        this(message, message);
    }

    /**
     * A refusal whose message says less than there is to say.
     *
     * @param detail what there is to say, the message included
     */
    InvalidFilter(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    /** The message and what there is to say besides. */
    public String detail() {
        return detail;
    }
}
