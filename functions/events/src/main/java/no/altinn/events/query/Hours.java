package no.altinn.events.query;

import no.altinn.platform.http.QueryParameters;

/** The query parameter {@code hours}: how many hours are told of. */
public final class Hours {
    private static final int DEFAULT = 24;

    private Hours() {}

    /**
     * Reads the parameter; 24 if it is not there.
     *
     * @param most the most hours that may be asked for
     * @throws InvalidQuery if it is no whole number of 1 to the most
     */
    public static int of(QueryParameters parameters, int most) {
        int hours =
                parameters
                        .first("hours")
                        .map(text -> Integers.parse("hours", text))
                        .orElse(DEFAULT);
        if (hours < 1 || hours > most) {
            throw new InvalidQuery("The 'hours' parameter must be 1 to %d.".formatted(most));
        }
        return hours;
    }
}
