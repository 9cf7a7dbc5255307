package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class NumericDateTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "0.0, 1970-01-01T00:00:00Z",
        "1800000000, 2027-01-15T08:00:00Z",
        "1800000000.5, 2027-01-15T08:00:00.500Z",
        "1.8e9, 2027-01-15T08:00:00Z",
        "253402300799, 9999-12-31T23:59:59Z"
    })
    void aDateIsANumberOfSeconds(String json, Instant date) {
        assertThat(NumericDate.read(Json.parse(json))).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.5",
                "253402300800",
                "1e300",
                "9223372036854775808",
                "\"1800000000\"",
                "null",
                "true",
                "[1800000000]",
                "{}"
            })
    void whatIsBeforeNineteenSeventyAfterNineThousandNineHundredNinetyNineOrNoNumberIsNone(
            String json) {
        assertThat(NumericDate.read(Json.parse(json))).isEmpty();
    }

    @Test
    void aMissingDateIsNone() {
        assertThat(NumericDate.read(Json.object().path("exp"))).isEmpty();
    }
}
