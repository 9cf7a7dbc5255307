package no.altinn.events.delivery;

import java.util.Arrays;
import java.util.Locale;

/** Why an attempt is made. */
public enum Trigger {
    /** The event was relayed, or the attempt before it failed. */
    SCHEDULE,
    /** The consumer asked for this delivery again. */
    RETRY,
    /** The consumer asked for a period again. */
    REPLAY,
    /** The delivery was held, and its subscription takes events again. */
    RELEASE,
    /** It finds out whether an endpoint that failed takes events again. */
    PROBE;

    /** The name that clients and stores know, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The trigger of a label.
     *
     * @throws IllegalArgumentException if no trigger has this label
     */
    public static Trigger of(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No trigger is named " + label));
    }
}
