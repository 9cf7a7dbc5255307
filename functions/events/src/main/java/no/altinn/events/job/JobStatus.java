package no.altinn.events.job;

import java.util.Arrays;
import java.util.Locale;

/** Whether a job goes on. */
public enum JobStatus {
    RUNNING,
    /** Everything has been looked at. */
    COMPLETED,
    /**
     * It cannot go on: the subscription gets no events any more, or a part of the platform is away.
     */
    FAILED,
    /** Its consumer has ended it. */
    CANCELLED;

    /** The name that clients and stores know, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a label.
     *
     * @throws IllegalArgumentException if no status has this label
     */
    public static JobStatus of(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status is named " + label));
    }
}
