package no.altinn.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Sets up the log on the console, with one line for each entry. */
final class LocalLogging {
    private LocalLogging() {}

    static void configure(boolean quiet) {
        String configuration =
                """
                handlers = java.util.logging.ConsoleHandler
                .level = %s
                java.util.logging.ConsoleHandler.level = ALL
                java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format = %%1$tFT%%1$tT.%%1$tL %%4$-7s %%5$s%%6$s%%n
                org.eclipse.jetty.level = WARNING
                com.azure.level = WARNING
                reactor.level = WARNING
                """
                        .formatted(quiet ? "WARNING" : "INFO");
        try {
            LogManager.getLogManager()
                    .readConfiguration(
                            new ByteArrayInputStream(
                                    configuration.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
