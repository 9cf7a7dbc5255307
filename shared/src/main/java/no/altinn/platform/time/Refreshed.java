package no.altinn.platform.time;

import no.altinn.platform.http.PlatformUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Something that is read when it is first asked for, and again when it has grown old. When it
 * cannot be read again, the last stays in use, and a minute passes before the next try; 5 seconds
 * as long as there is none.
 *
 * <p>Thread-safe: one thread reads, the others wait only when they have nothing to go on with.
 *
 * @param <T> immutable
 */
public final class Refreshed<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Refreshed.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAILED_FIRST_READ = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<? extends T> source;
    private final Duration maxAge;
    private final Clock clock;

    /** Held while reading; guards {@link #state} against two writers. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile State<T> state = new Unread<>(Instant.MIN);

    private sealed interface State<T> {
        Instant nextRead();
    }

    private record Unread<T>(Instant nextRead) implements State<T> {}

    private record Read<T>(T value, Instant nextRead) implements State<T> {}

    /**
     * @param name what it is, in the plural, for the log and for those who have to go without
     * @param source reads it, or throws; whatever it throws is a read that failed
     * @param maxAge after how long it is read again
     */
    public Refreshed(String name, Supplier<? extends T> source, Duration maxAge, Clock clock) {
        this.name = name;
        this.source = source;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * What was read last.
     *
     * @throws PlatformUnavailable if it could never be read
     */
    @Override
    public T get() {
        State<T> seen = state;
        if (!clock.instant().isBefore(seen.nextRead())) {
            readAfter(seen);
        }
        if (state instanceof Read<T> read) {
            return read.value();
        }
        throw new PlatformUnavailable(name + " could not be read");
    }

    private void readAfter(State<T> seen) {
        // Whoever has something goes on with it while another reads.
        if (seen instanceof Read && !reading.tryLock()) {
            return;
        }
        if (!reading.isHeldByCurrentThread()) {
            reading.lock();
        }
        try {
            if (state.equals(seen)) {
                state = read(seen);
            }
        } finally {
            reading.unlock();
        }
    }

    private State<T> read(State<T> last) {
        Instant now = clock.instant();
        try {
            return new Read<>(source.get(), now.plus(maxAge));
        } catch (PlatformUnavailable e) {
            LOG.warn("{} could not be read: {}", name, e.getMessage());
            return failed(last, now);
        } catch (RuntimeException e) {
            // A mistake here is no reason to ask the source at every call from now on.
            LOG.error("{} could not be read", name, e);
            return failed(last, now);
        }
    }

    private State<T> failed(State<T> last, Instant now) {
        return last instanceof Read<T> read
                ? new Read<>(read.value(), now.plus(AFTER_A_FAILURE))
                : new Unread<>(now.plus(AFTER_A_FAILED_FIRST_READ));
    }
}
