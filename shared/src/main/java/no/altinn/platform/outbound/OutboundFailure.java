package no.altinn.platform.outbound;

/**
 * A service of somebody else has no answer that can be used. The message is for the log: it names
 * the stage at which the call failed, never a query.
 */
public final class OutboundFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** As many calls are under way as may be; nothing was sent. */
        BUSY,
        /** The address is none that may be called; nothing was sent. */
        NOT_ALLOWED,
        /** The time was up before the whole answer was there. */
        TOO_SLOW,
        /** The answer is longer than it may be. */
        TOO_LONG,
        /** There is no answer, or none that can be read. */
        NO_ANSWER
    }

    private final Kind kind;

    OutboundFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    OutboundFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
