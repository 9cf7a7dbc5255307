package no.altinn.events.job;

import java.util.Arrays;
import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Dead deliveries are made again. */
    RETRY,
    /** Events are delivered again, or for the first time. */
    REPLAY,
    /** The beginnings of answers are erased. */
    REDACT;

    /** The name that clients and stores know, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a label.
     *
     * @throws IllegalArgumentException if no kind has this label
     */
    public static JobKind of(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job is named " + label));
    }

    /** Whether two jobs of these kinds get in each other's way. */
    public boolean excludes(JobKind other) {
        return (this == REDACT) == (other == REDACT);
    }
}
