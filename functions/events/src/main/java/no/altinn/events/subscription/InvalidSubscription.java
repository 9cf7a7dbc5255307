package no.altinn.events.subscription;

/**
 * A subscription is asked for that cannot be made. The message says why, and the caller reads it.
 */
public final class InvalidSubscription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    InvalidSubscription(String message) {
        this(message, message);
    }

    /**
     * A refusal whose message says less than there is to say, since old clients know its words.
     *
     * @param detail what callers are told that ask for more, the message included; for the log too
     */
    InvalidSubscription(String message, String detail) {
        super(message);
        this.detail = detail;
    }

    /** The message and what there is to say besides. */
    public String detail() {
        return detail;
    }
}
