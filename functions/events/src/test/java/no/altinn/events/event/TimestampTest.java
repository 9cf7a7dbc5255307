package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

class TimestampTest {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @ParameterizedTest
    @CsvSource({
        // RFC 3339 §5.8.
        "1985-04-12T23:20:50.52Z, 1985-04-12T23:20:50.520Z",
        "1996-12-19T16:39:57-08:00, 1996-12-20T00:39:57Z",
        "1990-12-31T23:59:60Z, 1990-12-31T23:59:59.999999999Z",
        "1990-12-31T15:59:60-08:00, 1990-12-31T23:59:59.999999999Z",
        "1937-01-01T12:00:27.87+00:20, 1937-01-01T11:40:27.870Z",
        // The conformance tests of CloudEvents, format/json/valid-events.json.
        "2018-04-05T17:31:00Z, 2018-04-05T17:31:00Z",
        "2018-04-05T17:31:00.000000000Z, 2018-04-05T17:31:00Z",
        "2018-04-05T18:31:00+01:00, 2018-04-05T17:31:00Z",
        "2018-04-05T16:31:00-01:00, 2018-04-05T17:31:00Z",
        // What else the grammar allows.
        "2026-01-02t03:04:05z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05-00:00, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05+23:59, 2026-01-01T03:05:05Z",
        "2026-01-02T03:04:05-23:59, 2026-01-03T03:03:05Z",
        "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.1Z",
        "2026-01-02T03:04:05.123456789012Z, 2026-01-02T03:04:05.123456789Z",
        "2026-01-02T03:04:05.9999999999999Z, 2026-01-02T03:04:05.999999999Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2026-07-01T01:59:60.5+02:00, 2026-06-30T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void aTimeOfRfc3339IsAnInstant(String text, Instant instant) {
        assertThat(Timestamp.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The conformance tests of CloudEvents, format/json/invalid-events.json.
                "lunchtime",
                "2018-04-05T18:31Z",
                "2018-04-05T18:31:00X",
                "2018-04-05T18:31:00+25:00",
                "2018-04-05T18:31:00+xx:00",
                "2018-04-05T18:31:00+05",
                // Neighbours of the grammar.
                "",
                "2026-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02 03:04:05Z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05,1Z",
                "2026-01-02T03:04:05+01:00:00",
                "2026-01-02T03:04:05+0100",
                "2026-01-02T03:04:05+00:60",
                "2026-01-02T03:04:05+24:00",
                "2026-01-02T03:04:05Z ",
                " 2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05ZZ",
                "2026-01-02T03:04:05Z[UTC]",
                "2026-1-02T03:04:05Z",
                "26-01-02T03:04:05Z",
                "+2026-01-02T03:04:05Z",
                "-2026-01-02T03:04:05Z",
                "12026-01-02T03:04:05Z",
                "2026-00-02T03:04:05Z",
                "2026-13-02T03:04:05Z",
                "2026-02-29T03:04:05Z",
                "2026-01-32T03:04:05Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:61Z",
                "2026-01-02T03:04:60Z",
                "2026-01-02T23:59:60+01:00",
                "2026-W01-5T03:04:05Z",
                "20260102T030405Z",
                "２０２６-01-02T03:04:05Z"
            })
    void anythingElseIsNone(String text) {
        assertThat(Timestamp.parse(text)).isEmpty();
    }

    @Test
    void aTextOfManyDecimalsCostsNothing() {
        assertThat(Timestamp.parse("2026-01-02T03:04:05." + "9".repeat(1 << 20) + "Z"))
                .contains(Instant.parse("2026-01-02T03:04:05.999999999Z"));
    }

    @Test
    void aLeapSecondLiesBetweenItsNeighbours() {
        Instant leap = Timestamp.parse("2016-12-31T23:59:60Z").orElseThrow();

        assertThat(leap)
                .isAfter(Timestamp.parse("2016-12-31T23:59:59.99Z").orElseThrow())
                .isBefore(Timestamp.parse("2017-01-01T00:00:00Z").orElseThrow());
    }

    @Property(tries = 500)
    void anyTimeAtAnyOffsetIsItsInstant(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(min = -1_439, max = 1_439) int offset) {
        String local = LOCAL.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
        String zone = "%+03d:%02d".formatted(offset / 60, Math.abs(offset % 60));
        String sign = offset < 0 ? "-" : "+";

        assertThat(Timestamp.parse(local + sign + zone.substring(1)))
                .contains(Instant.ofEpochSecond(second - 60L * offset));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04Z, 2026-01-02T03:04:00Z",
        "2026-01-02T03:04+01:00:30, 2026-01-02T02:03:30Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z"
    })
    void whatAnEarlierBuildStoredIsAnInstantStill(String text, Instant instant) {
        assertThat(Timestamp.parseStored(text)).contains(instant);
        assertThat(Timestamp.parseStored("yesterday")).isEmpty();
    }
}
