package no.altinn.local;

import no.altinn.events.delivery.NotPushed;
import no.altinn.events.event.NotStored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Sets up the log on the console, with one line for each entry. Unless it is to be quiet, it also
 * tells why events are not stored or not pushed, which production does not log.
 */
final class LocalLogging {
    private LocalLogging() {}

    static void configure(boolean quiet) {
        try {
            LogManager.getLogManager()
                    .readConfiguration(
                            new ByteArrayInputStream(
                                    configuration(quiet).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration, in the form of {@code java.util.logging}. */
    static String configuration(boolean quiet) {
        return """
               handlers = java.util.logging.ConsoleHandler
               .level = %1$s
               java.util.logging.ConsoleHandler.level = ALL
               java.util.logging.ConsoleHandler.formatter = %5$s
               org.eclipse.jetty.level = WARNING
               com.azure.level = WARNING
               reactor.level = WARNING
               %2$s.level = %4$s
               %3$s.level = %4$s
               """
                .formatted(
                        quiet ? "WARNING" : "INFO",
                        NotPushed.class.getName(),
                        NotStored.class.getName(),
                        quiet ? "WARNING" : "FINE",
                        LogLine.class.getName());
    }
}
