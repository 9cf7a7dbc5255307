package no.altinn.platform.pdp;

/**
 * The decision point answered that it cannot decide on the requests of a call. One of them may be
 * why, so each by itself may get a decision.
 */
public final class Undecidable extends DecisionPointUnavailable {
    private static final long serialVersionUID = 1L;

    public Undecidable(String message) {
        super(message);
    }

    public Undecidable(String message, Throwable cause) {
        super(message, cause);
    }
}
