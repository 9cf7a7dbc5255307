package no.altinn.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class LogEntryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void whatIsNotGivenStaysUnknown() {
        assertThat(LogEntry.of(Activity.UNAUTHORIZED, NOW).build())
                .isEqualTo(new LogEntry(Activity.UNAUTHORIZED, NOW, "", "", "", 0, "", "", 0));
    }

    @Test
    void everyPartIsFoundWhereItBelongs() {
        assertThat(
                        LogEntry.of(Activity.DEQUEUE_LIMIT_REACHED, NOW)
                                .cloudEventId("1")
                                .resource("urn:altinn:resource:r")
                                .type("t")
                                .subscriptionId(7)
                                .consumer("/org/ttd")
                                .endpoint("https://hook.example/7")
                                .status(503)
                                .build())
                .isEqualTo(
                        new LogEntry(
                                Activity.DEQUEUE_LIMIT_REACHED,
                                NOW,
                                "1",
                                "urn:altinn:resource:r",
                                "t",
                                7,
                                "/org/ttd",
                                "https://hook.example/7",
                                503));
    }
}
