package no.altinn.events.query;

import no.altinn.platform.http.QueryParameters;

/** The parameter {@code size}. */
final class PageSize {
    static final int DEFAULT = 50;
    private static final int MOST = 1_000;

    private PageSize() {}

    /** The size asked for, 1 000 at most; what a size below 1 means, the endpoints say. */
    static int of(QueryParameters parameters) {
        return parameters
                .first("size")
                .map(text -> Math.min(Integers.parse("Size", text), MOST))
                .orElse(DEFAULT);
    }
}
