package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalInt;

class AllowedRateTest {
    private static OptionalInt read(String header) {
        return AllowedRate.of(WebhookReply.answered(200).withAllowedRate(header));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "120, 120",
        "60000, 60000",
        "60001, 60000",
        "99999999999999999999, 60000",
        "' 7', 7"
    })
    void aNumberIsEventsAMinute(String header, int rate) {
        assertThat(read(header)).hasValue(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "0", "-1", "1.5", "many", "10/s"})
    void anythingElseIsAnyRate(String header) {
        assertThat(read(header)).isEmpty();
    }
}
