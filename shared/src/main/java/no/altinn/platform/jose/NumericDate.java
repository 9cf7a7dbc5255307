package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/** Reads the dates of tokens: seconds since 1970, with or without a fraction (RFC 7519 §2). */
public final class NumericDate {
    // The year 9999: what comes later is no date that java.time could work with.
    private static final long LAST_SECOND = 253_402_300_799L;

    private NumericDate() {}

    /**
     * Reads a date.
     *
     * @return to the millisecond; empty when it is no number, or not from 1970 to 9999
     */
    public static Optional<Instant> read(JsonNode date) {
        if (!date.isNumber()
                || !date.canConvertToLong()
                || date.doubleValue() < 0
                || date.longValue() > LAST_SECOND) {
            return Optional.empty();
        }
        return Optional.of(
                date.isIntegralNumber()
                        ? Instant.ofEpochSecond(date.longValue())
                        : Instant.ofEpochMilli((long) (date.doubleValue() * 1000)));
    }
}
