package no.altinn.events.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The name of a {@link DeliveryState}, as clients and stores know it. */
public enum DeliveryStatus {
    DUE,
    HELD,
    READY,
    LOCKED,
    DELIVERED,
    DEAD,
    CANCELLED;

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a label, if there is one. */
    public static Optional<DeliveryStatus> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
