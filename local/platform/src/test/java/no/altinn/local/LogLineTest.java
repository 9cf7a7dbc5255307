package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogRecord;

final class LogLineTest {
    private static LogRecord entry() {
        LogRecord entry = new LogRecord(Level.INFO, "next=2026-01-02T03:04:15.250Z");
        entry.setInstant(Instant.parse("2026-01-02T03:04:05.250999Z"));
        return entry;
    }

    @Test
    void theTimeIsInUtcAndSaysSo() {
        assertThat(new LogLine().format(entry()))
                .isEqualTo(
                        "2026-01-02T03:04:05.250Z INFO    next=2026-01-02T03:04:15.250Z%n"
                                .formatted());
    }

    @Test
    void whatWasThrownFollows() {
        LogRecord entry = entry();
        entry.setThrown(new IllegalStateException("broken"));

        assertThat(new LogLine().format(entry))
                .contains("15.250Z%njava.lang.IllegalStateException: broken%n".formatted());
    }

    @Test
    void theConsoleWritesSuchLines() throws IOException {
        Properties configuration = new Properties();
        configuration.load(new StringReader(LocalLogging.configuration(false)));

        assertThat(configuration)
                .containsEntry(
                        "java.util.logging.ConsoleHandler.formatter", LogLine.class.getName());
    }
}
