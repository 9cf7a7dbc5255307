package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.250Z");

    private static Optional<Instant> read(int status, String header) {
        return RetryAfter.of(WebhookReply.answered(status).withRetryAfter(header), NOW);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "120, 120", "86400, 86400", "007, 7", "' 30 ', 30"})
    void secondsCountFromNow(String header, int seconds) {
        assertThat(read(429, header)).contains(NOW.plusSeconds(seconds));
        assertThat(read(503, header)).contains(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999999", "9223372036854775808", "1000000000000000000000000000000"})
    void manySecondsAreALongTime(String header) {
        assertThat(read(503, header)).contains(NOW.plus(Duration.ofDays(365)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 02 Jan 2026 03:05:00 GMT",
                "fri, 02 jan 2026 03:05:00 gmt",
                "Friday, 02-Jan-26 03:05:00 GMT",
                "Fri Jan  2 03:05:00 2026"
            })
    void aDateIsReadInEveryFormOfHttp(String header) {
        assertThat(read(503, header)).contains(Instant.parse("2026-01-02T03:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "000",
                "-1",
                "+5",
                "1.5",
                "5s",
                "soon",
                "2026-01-02T03:05:00Z",
                "Fri, 02 Jan 2026 03:04:05 GMT",
                "Wed, 21 Oct 2015 07:28:00 GMT",
                "Wednesday, 21-Oct-15 07:28:00 GMT",
                "Mon, 02 Jan 2026 03:05:00 GMT",
                "Fri, 32 Jan 2026 03:05:00 GMT",
                "Fri, 02 Jan 2026 03:05:00 CET",
                "१२०"
            })
    void zeroThePastAndWhatIsMalformedSayNothing(String header) {
        assertThat(read(503, header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 408, 410, 500, 502, 504})
    void onlyTwoStatusesHaveIt(int status) {
        assertThat(read(status, "120")).isEmpty();
    }

    @Test
    void noAnswerHasNone() {
        WebhookReply reply = WebhookReply.failed(ErrorKind.TIMEOUT, "timed out");

        assertThat(RetryAfter.of(reply.withRetryAfter("5"), NOW)).isEmpty();
    }
}
