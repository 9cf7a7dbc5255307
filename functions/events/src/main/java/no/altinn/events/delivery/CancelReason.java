package no.altinn.events.delivery;

import java.util.Arrays;
import java.util.Locale;

/** Why no further attempt of a delivery is made. */
public enum CancelReason {
    /** The subscription was removed. */
    REMOVED,
    /** The endpoint answered 410, so that the subscription was stopped. */
    STOPPED,
    /** The policy does not permit the consumer to see the event any more. */
    NOT_PERMITTED,
    /** The event is no longer kept, or its publisher has erased it. */
    EVENT_GONE,
    /** The consumer discarded what was held. */
    DISCARDED;

    /** The name that clients and stores know, for example {@code not-permitted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason of a label.
     *
     * @throws IllegalArgumentException if no reason has this label
     */
    public static CancelReason of(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason is named " + label));
    }
}
