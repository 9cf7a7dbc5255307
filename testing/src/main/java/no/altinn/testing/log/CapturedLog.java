package no.altinn.testing.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The lines that one class logs until this is closed. Thread-safe. */
public final class CapturedLog implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final Lines lines = new Lines();

    private CapturedLog(Class<?> owner, Level level) {
        // Kept here, since the JDK forgets a logger that nothing refers to, and its level with it.
        this.logger = Logger.getLogger(owner.getName());
        this.before = logger.getLevel();
        logger.setLevel(level);
        logger.addHandler(lines);
    }

    /** What a class logs when debugging is on. */
    public static CapturedLog debugging(Class<?> owner) {
        return new CapturedLog(owner, Level.FINE);
    }

    /** What a class logs when debugging is off, as it is in production. */
    public static CapturedLog of(Class<?> owner) {
        return new CapturedLog(owner, Level.INFO);
    }

    /** The messages so far, the first one first. */
    public List<String> lines() {
        return List.copyOf(lines.messages);
    }

    /** Whether a line so far came with a stack trace. */
    public boolean hasTrace() {
        return lines.hasTrace.get();
    }

    @Override
    public void close() {
        logger.removeHandler(lines);
        logger.setLevel(before);
    }

    private static final class Lines extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();
        private final AtomicBoolean hasTrace = new AtomicBoolean();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null) {
                hasTrace.set(true);
            }
            messages.add(formatter.formatMessage(entry));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
