package no.altinn.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * An entry of the log as the console shows it: the time in UTC, the level, the message, and the
 * stack of what was thrown. The times within messages are in UTC, too. The log makes it by its
 * name.
 */
public final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
        return "%s %-7s %s%s%n"
                .formatted(
                        TIME.format(entry.getInstant()),
                        entry.getLevel().getName(),
                        formatMessage(entry),
                        stack(entry.getThrown()));
    }

    private static String stack(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return System.lineSeparator() + text;
    }
}
