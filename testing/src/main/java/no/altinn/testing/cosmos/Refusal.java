package no.altinn.testing.cosmos;

import java.util.Map;

/** A request that is not done. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int subStatus;

    Refusal(int status, int subStatus, String message) {
        super(message);
        this.status = status;
        this.subStatus = subStatus;
    }

    Refusal(int status, String message) {
        this(status, 0, message);
    }

    /** A query that cannot be read. */
    public static Refusal syntax(String near) {
        return new Refusal(400, "Syntax error, incorrect syntax near '" + near + "'.");
    }

    int status() {
        return status;
    }

    Answer answer() {
        Map<String, String> headers =
                subStatus == 0 ? Map.of() : Map.of("x-ms-substatus", Integer.toString(subStatus));
        return new Answer(status, headers, Answers.error(status, getMessage()), 1);
    }
}
