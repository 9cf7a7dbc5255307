package no.altinn.bench.growth;

import java.util.Locale;

/**
 * How much is stored.
 *
 * @param events with a delivery each; for ten of them there is a line of the log and a message
 * @param subscriptions at least as many as {@link Stored#IN_USE}
 */
record Size(int events, int subscriptions) {
    Size {
        if (events < Stored.LEAST_EVENTS || subscriptions < Stored.IN_USE) {
            throw new IllegalArgumentException(
                    "At least %d events and %d subscriptions are needed, not %d and %d"
                            .formatted(Stored.LEAST_EVENTS, Stored.IN_USE, events, subscriptions));
        }
    }

    /** As headings of tables show an amount: {@code 100 000}. */
    static String spaced(int amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', ' ');
    }
}
