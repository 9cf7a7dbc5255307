package no.altinn.events.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a subscription's events reach its consumer. */
public enum DeliveryMode {
    /** They are posted to its endpoint. */
    PUSH,
    /** The consumer fetches them. */
    PULL;

    /** The name that clients know, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a label, if there is one. */
    public static Optional<DeliveryMode> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
