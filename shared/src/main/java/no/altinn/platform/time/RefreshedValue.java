package no.altinn.platform.time;

import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Something that is read when it is first asked for, and again when it has grown old or is not what
 * is wanted of it. When it cannot be read again, the last stays in use. A {@link RefreshPolicy}
 * says how often it is read and how long it is used; as long as there is nothing, 5 seconds pass
 * before the next try.
 *
 * <p>Thread-safe: one thread reads, the others wait only when they have nothing to go on with.
 *
 * @param <T> immutable
 */
public final class RefreshedValue<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshedValue.class);
    private static final Duration AFTER_A_FAILED_FIRST_READ = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<? extends T> source;
    private final RefreshPolicy policy;
    private final Clock clock;

    /** Held while reading; guards {@link #state} against two writers. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile State<T> state;

    private sealed interface State<T> {
        /** Before then the source is not asked, whatever is wanted. */
        Instant nextTry();
    }

    private record Unread<T>(Instant nextTry) implements State<T> {}

    private record Read<T>(T value, Instant at, Instant nextTry) implements State<T> {
        boolean isYoungerThan(Duration age, Instant now) {
            return Duration.between(at, now).compareTo(age) < 0;
        }
    }

    /**
     * Something that is read every so often, and used for as long as it cannot be read again.
     *
     * @param name what it is, for the log and for those who have to go without
     * @param source reads it, or throws; whatever it throws is a read that failed
     * @param maxAge after how long it is read again
     */
    public RefreshedValue(String name, Supplier<? extends T> source, Duration maxAge, Clock clock) {
        this(name, source, RefreshPolicy.every(maxAge), clock);
    }

    /**
     * A value that has not been read yet.
     *
     * @param name what it is, for the log and for those who have to go without
     * @param source reads it, or throws; whatever it throws is a read that failed
     */
    public RefreshedValue(
            String name, Supplier<? extends T> source, RefreshPolicy policy, Clock clock) {
        this(name, source, policy, clock, new Unread<>(Instant.MIN));
    }

    private RefreshedValue(
            String name,
            Supplier<? extends T> source,
            RefreshPolicy policy,
            Clock clock,
            State<T> state) {
        this.name = name;
        this.source = source;
        this.policy = policy;
        this.clock = clock;
        this.state = state;
    }

    /** The same as if it had been read now, with this for its first value. */
    public RefreshedValue<T> beginningWith(T value) {
        Instant now = clock.instant();
        return new RefreshedValue<>(name, source, policy, clock, new Read<>(value, now, now));
    }

    /**
     * What was read last.
     *
     * @throws Unavailable if it could never be read, or not for too long
     */
    @Override
    public T get() {
        return get(any -> true);
    }

    /**
     * What was read last, at the latest since it was not what is wanted; it may still not be.
     *
     * @param wanted what the caller can go on with
     * @throws Unavailable if it could never be read, or not for too long
     */
    public T get(Predicate<? super T> wanted) {
        State<T> seen = state;
        Instant now = clock.instant();
        boolean serves = serves(seen, wanted, now);
        if (!(serves && isFresh(seen, now)) && !now.isBefore(seen.nextTry())) {
            readAfter(seen, serves);
        }
        if (state instanceof Read<T> read && read.isYoungerThan(policy.kept(), now)) {
            return read.value();
        }
        throw new Unavailable(name + " could not be read");
    }

    private boolean serves(State<T> seen, Predicate<? super T> wanted, Instant now) {
        return seen instanceof Read<T> read
                && read.isYoungerThan(policy.kept(), now)
                && wanted.test(read.value());
    }

    private boolean isFresh(State<T> seen, Instant now) {
        return seen instanceof Read<T> read && read.isYoungerThan(policy.maxAge(), now);
    }

    private void readAfter(State<T> seen, boolean serves) {
        // A thread goes on with the value that is there while another reads.
        if (serves && !reading.tryLock()) {
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
            // After the first read what it does not have yet may be asked for at once.
            Instant nextTry = last instanceof Read ? now.plus(policy.pause()) : now;
            return new Read<>(source.get(), now, nextTry);
        } catch (Unavailable e) {
            LOG.warn("{} could not be read: {}", name, e.getMessage());
            return failed(last);
        } catch (RuntimeException e) {
            // A mistake here is no reason to ask the source at every call from now on.
            LOG.error("{} could not be read", name, e);
            return failed(last);
        }
    }

    /** The pause begins now: a read that has failed may have taken longer than the pause is. */
    private State<T> failed(State<T> last) {
        Instant now = clock.instant();
        return last instanceof Read<T> read
                ? new Read<>(read.value(), read.at(), now.plus(policy.pause()))
                : new Unread<>(now.plus(AFTER_A_FAILED_FIRST_READ));
    }
}
