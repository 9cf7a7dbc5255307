package no.altinn.simulation.store;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.NotStored;
import no.altinn.platform.client.Unavailable;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes events as the deployed store does: a write that is not acknowledged in time is repeated
 * with a later stamp. An event that is there already takes a later place if readers may have come
 * past its place before it was committed. Not thread-safe.
 */
final class EventWriting {
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration IN_TIME = Stamps.WRITE_BOUND.minusMillis(100);

    /** How many of the writes without an answer are never done. */
    private static final double NEVER = 0.3;

    private static final Duration LATEST_COMMIT = Duration.ofSeconds(15);

    private final StoredEvents events;
    private final Stamps stamps;
    private final Guard guard;
    private final Faults faults;
    private final World world;
    private final boolean keepsPlaces;

    EventWriting(
            StoredEvents events,
            Stamps stamps,
            Guard guard,
            Faults faults,
            World world,
            boolean keepsPlaces) {
        this.events = events;
        this.stamps = stamps;
        this.guard = guard;
        this.faults = faults;
        this.world = world;
        this.keepsPlaces = keepsPlaces;
    }

    /** Appends an event. */
    void append(Event event) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (isWritten(event)) {
                return;
            }
            guard.pass(wait);
            wait = wait.multipliedBy(2);
        }
        throw new Unavailable("simulated: the event is not acknowledged");
    }

    /**
     * One attempt, which may fail whether or not the event is stored: the account commits in time,
     * too late or never, and it answers or does not.
     */
    private boolean isWritten(Event event) {
        String stamp = stamps.next();
        guard.mayCrash(faults.rates().crashBefore(), "before append " + event.id());
        if (faults.happens(faults.rates().refused(), Faults.Kind.REFUSED)) {
            return false;
        }
        boolean isLost = faults.happens(faults.rates().lostAnswer(), Faults.Kind.LOST_ANSWER);
        if (isLost && faults.chance().hits(NEVER)) {
            guard.pass(Stamps.WRITE_BOUND);
            return false;
        }
        AtomicReference<Optional<Boolean>> answer = new AtomicReference<>(Optional.empty());
        Duration way = isLost ? faults.chance().between(Duration.ZERO, LATEST_COMMIT) : way();
        world.after(way, () -> answer.set(Optional.of(isCommitted(event, stamp))));
        guard.pass(isLost ? Stamps.WRITE_BOUND : way);
        guard.mayCrash(faults.rates().crashAfter(), "after append " + event.id());
        if (isLost || answer.get().isEmpty()) {
            return false;
        }
        return answer.get().get() || isConfirmed(event, events.find(event.key()).orElseThrow());
    }

    private Duration way() {
        return faults.chance().hits(faults.rates().interleaved())
                ? faults.chance().upTo(IN_TIME)
                : Duration.ofMillis(1);
    }

    private boolean isCommitted(Event event, String stamp) {
        boolean isNew = events.create(event, stamp);
        world.tell((isNew ? "commit " : "conflict ") + event.id() + " at " + stamp);
        return isNew;
    }

    private boolean isConfirmed(Event event, EventRecord stored) {
        if (keepsPlaces
                || stored.isErased()
                || !stamps.mayBeMissed(stored.stamp(), stored.committedBefore())) {
            NotStored.tell(event);
            return true;
        }
        String later = stamps.next();
        if (events.stampAgain(stored, later)) {
            world.tell("stamped again " + event.id() + " at " + later);
            guard.mayCrash(faults.rates().crashAfter(), "after the second stamp " + event.id());
            return true;
        }
        return isConfirmed(event, events.find(event.key()).orElseThrow());
    }

    /** Takes the data out of an event. */
    boolean erase(EventKey key) {
        while (true) {
            Optional<EventRecord> found = events.find(key);
            if (found.isEmpty() || found.get().isErased()) {
                return found.isPresent();
            }
            guard.pause();
            if (events.erase(found.get())) {
                return true;
            }
        }
    }
}
