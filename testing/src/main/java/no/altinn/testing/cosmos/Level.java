package no.altinn.testing.cosmos;

import java.util.Arrays;

/** How new the state is that a read sees; the weakest level first. */
public enum Level {
    EVENTUAL("Eventual"),
    CONSISTENT_PREFIX("ConsistentPrefix"),
    SESSION("Session"),
    BOUNDED_STALENESS("BoundedStaleness"),
    STRONG("Strong");

    private final String text;

    Level(String text) {
        this.text = text;
    }

    static Level of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "There is no level '" + text + "'."));
    }

    /** Its name in requests and templates. */
    public String text() {
        return text;
    }

    /** Whether a replica may answer that lags behind. */
    boolean toleratesLag() {
        return compareTo(SESSION) < 0;
    }

    /** Whether two replicas are asked, and both paid for. */
    boolean asksTwoReplicas() {
        return compareTo(SESSION) > 0;
    }
}
