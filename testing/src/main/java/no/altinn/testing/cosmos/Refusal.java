package no.altinn.testing.cosmos;

import no.altinn.testing.cosmos.sql.SyntaxError;

import java.util.Map;

/** A request that is not done. */
final class Refusal extends RuntimeException {
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

    /** The refusal of a query that cannot be read. */
    static Refusal of(SyntaxError error) {
        return new Refusal(400, error.getMessage());
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
