package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.NotPushed;
import no.altinn.events.event.NotStored;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

class LocalLoggingTest {
    private static final String WHY_NOT_PUSHED = NotPushed.class.getName() + ".level";
    private static final String WHY_NOT_STORED = NotStored.class.getName() + ".level";

    @Test
    void theConsoleTellsWhyEventsAreNotStoredOrNotPushed() throws IOException {
        assertThat(configuration(false))
                .containsEntry(".level", "INFO")
                .containsEntry(WHY_NOT_PUSHED, "FINE")
                .containsEntry(WHY_NOT_STORED, "FINE")
                .containsEntry("java.util.logging.ConsoleHandler.level", "ALL");
    }

    @Test
    void aQuietConsoleTellsWarningsAndErrorsOnly() throws IOException {
        assertThat(configuration(true))
                .containsEntry(".level", "WARNING")
                .containsEntry(WHY_NOT_PUSHED, "WARNING")
                .containsEntry(WHY_NOT_STORED, "WARNING");
    }

    private static Properties configuration(boolean quiet) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(LocalLogging.configuration(quiet)));
        return properties;
    }
}
