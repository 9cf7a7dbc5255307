package no.altinn.platform.pdp;

import no.altinn.platform.client.Unavailable;

/** The decision point gave no answer, or an answer that cannot be matched to its question. */
public class DecisionPointUnavailable extends Unavailable {
    private static final long serialVersionUID = 1L;

    public DecisionPointUnavailable(String message) {
        super(message);
    }

    public DecisionPointUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
