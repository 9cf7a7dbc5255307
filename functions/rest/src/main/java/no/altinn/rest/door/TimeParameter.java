package no.altinn.rest.door;

import no.altinn.rest.representation.OsloTime;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of the query that are times, without a zone or as a date; Oslo's. */
public final class TimeParameter {
    private TimeParameter() {}

    /**
     * A time, or the beginning of a day; empty when it is left out.
     *
     * @throws RestError 400 if it is none
     */
    public static Optional<Instant> from(Visit visit, String name) {
        return read(visit, name, OsloTime::parse);
    }

    /**
     * A time, or the end of a day; empty when it is left out.
     *
     * @throws RestError 400 if it is none
     */
    public static Optional<Instant> until(Visit visit, String name) {
        return read(visit, name, OsloTime::parseEnd);
    }

    private static Optional<Instant> read(
            Visit visit, String name, Function<String, Optional<Instant>> parse) {
        return visit.parameter(name).map(text -> parse.apply(text).orElseThrow(() -> noTime(name)));
    }

    private static RestError noTime(String name) {
        return RestError.badRequest(
                "The parameter '%s' is a time such as 2026-01-02 or 2026-01-02T10:00:00"
                        .formatted(name));
    }
}
