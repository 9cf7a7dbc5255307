package no.altinn.events.webhook.places;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Bounds how many calls run at once in this process, so that endpoints that hang leave places to
 * those that answer, and consumers leave places to one another. Each subscription's endpoint may
 * have few calls at first, more while it answers soon, and few again when it does not. A call
 * without a place waits in the line of its endpoint. Thread-safe.
 */
public final class EndPointPlaces {
    /** How much longer than behind a slow endpoint a call waits elsewhere. */
    private static final int PATIENCE_WITH_OTHERS = 3;

    private final Duration patience;
    private final Clock clock;
    // One lock for everything below; what is done with it held is a matter of microseconds.
    private final Lock lock = new ReentrantLock();
    private final Map<CallKind, Lane> lanes = new EnumMap<>(CallKind.class);
    private final EndPoints endPoints = new EndPoints();
    // Calls that run and are not long yet; the first that began is the first to become long.
    private final Set<Call> young = new LinkedHashSet<>();
    // Calls that are long and do not hang yet, in the same order.
    private final Set<Call> old = new LinkedHashSet<>();

    /**
     * Places without a call.
     *
     * @param concurrency how much the host runs at once
     * @param patience how long a call waits in line behind a slow endpoint; behind others three
     *     times as long
     * @param clock tells how long calls last
     */
    public EndPointPlaces(Concurrency concurrency, Duration patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
        for (CallKind kind : CallKind.values()) {
            lanes.put(kind, new Lane(concurrency.of(kind)));
        }
    }

    /**
     * Takes a place, and waits in line for one if need be.
     *
     * @return empty when the call is to be put off
     */
    public Optional<Place> enter(CallKind kind, Addressee addressee) {
        lock.lock();
        try {
            judge();
            Line line = endPoints.get(addressee).line(kind, lanes.get(kind));
            if (line.waiting() == 0 && line.hasRoom()) {
                line.start();
                return Optional.of(new Call(line));
            }
            return waits(line) ? Optional.of(new Call(line)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * For how long to put off a call that got no place: the slower its endpoint is, and the more is
     * put off already, the longer.
     *
     * @return 2 s to 1 min
     */
    public Duration putOff(int subscription) {
        lock.lock();
        try {
            Conduct conduct =
                    endPoints.find(subscription).map(EndPoint::conduct).orElseGet(Conduct::new);
            return conduct.putOff(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** How many endpoints are in memory. */
    int size() {
        lock.lock();
        try {
            return endPoints.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits in line; whether a place came. */
    private boolean waits(Line line) {
        if (!line.hasRoomToWait()) {
            return false;
        }
        Line.Waiter waiter = new Line.Waiter(lock.newCondition());
        long start = System.nanoTime();
        line.await(waiter);
        try {
            while (!waiter.hasPlace() && waitsOn(line, System.nanoTime() - start)) {
                // Nothing happens when a call becomes long, so those in line look twice.
                waiter.turn().awaitNanos(Math.max(1, patience.toNanos() / 2));
                judge();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!waiter.hasPlace()) {
                line.leave(waiter);
            }
        }
        return waiter.hasPlace();
    }

    private boolean waitsOn(Line line, long waited) {
        int times = line.isBehindSlow() ? 1 : PATIENCE_WITH_OTHERS;
        return waited < times * patience.toNanos() && !line.isCrowded();
    }

    /** Finds the endpoints whose calls have become long while they run, or hang. */
    private void judge() {
        Instant now = clock.instant();
        pass(young, now.minus(Conduct.LONG), Call::becomeLong);
        pass(old, now.minus(Conduct.HANGING), Call::beginToHang);
    }

    private static void pass(Set<Call> calls, Instant since, Consumer<Call> judgement) {
        Iterator<Call> each = calls.iterator();
        while (each.hasNext()) {
            Call call = each.next();
            if (call.start.isAfter(since)) {
                return;
            }
            each.remove();
            judgement.accept(call);
        }
    }

    private static void changing(EndPoint endPoint, Consumer<Conduct> change) {
        Trust before = endPoint.trust();
        change.accept(endPoint.conduct());
        if (endPoint.trust() != before) {
            endPoint.recount(before, endPoint.trust());
        }
    }

    private final class Call implements Place {
        private final Line line;
        private Instant start = Instant.MAX; // guarded by lock
        private boolean isLong; // guarded by lock
        private boolean hangs; // guarded by lock
        private boolean isOver; // guarded by lock

        Call(Line line) {
            this.line = line;
        }

        void becomeLong() {
            isLong = true;
            old.add(this);
            line.addLong(1);
            changing(line.endPoint(), Conduct::callBecameLong);
        }

        void beginToHang() {
            hangs = true;
            changing(line.endPoint(), conduct -> conduct.callBeganToHang(clock.instant()));
        }

        @Override
        public void begin() {
            lock.lock();
            try {
                start = clock.instant();
                young.add(this);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void end(Duration duration, boolean succeeded) {
            lock.lock();
            try {
                // Its own duration tells more of this call than the clock does.
                young.remove(this);
                old.remove(this);
                judge();
                Instant now = clock.instant();
                boolean usesItsLimit = line.isFull() || line.waiting() > 0;
                changing(
                        line.endPoint(),
                        conduct -> conduct.callEnded(duration, succeeded, usesItsLimit, now));
                leave();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                leave();
            } finally {
                lock.unlock();
            }
        }

        private void leave() {
            if (isOver) {
                return;
            }
            isOver = true;
            young.remove(this);
            old.remove(this);
            if (isLong) {
                line.addLong(-1);
                changing(line.endPoint(), Conduct::longCallIsOver);
            }
            if (hangs) {
                changing(line.endPoint(), Conduct::hangingCallIsOver);
            }
            line.end();
            judge();
            // A host's places are those of every kind.
            lanes.values().forEach(Lane::fill);
        }
    }
}
