package no.altinn.local.host.eventgrid;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Events that wait, by lane. Lanes take turns, and no lane has more events in flight than its
 * share, so a slow lane delays itself alone. A lane in which an invocation was long gets narrow,
 * and wider with each that is not: its events wait here, where none holds a thread. Not
 * thread-safe: the pump holds its lock around every call.
 */
final class Lanes {
    private static final class Lane {
        private int width;
        private final Queue<GridEvent> waiting = new ArrayDeque<>();
        private int inFlight;
        private int held;
        private boolean queued;
    }

    /** The fraction of the free places that one lane may take when they are scarce. */
    private static final int SCARCITY = 8;

    /** How many events a lane may have in flight in which an invocation was long. */
    private static final int NARROW = 4;

    private final EventGridLimits limits;
    private final Map<String, Lane> lanes = new HashMap<>();
    // Lanes that have something to run and room to run it, each once, in the order of their turn.
    private final Queue<Lane> turns = new ArrayDeque<>();
    private int inFlight;
    private int held;

    Lanes(EventGridLimits limits) {
        this.limits = limits;
    }

    /** Takes a new event, unless its lane, or all lanes together, hold too many events already. */
    boolean accept(GridEvent event) {
        Lane lane = lanes.get(event.lane());
        if (held >= limits.held() || (lane != null && lane.held >= limits.heldPerLane())) {
            return false;
        }
        if (lane == null) {
            lane = new Lane();
            lane.width = limits.inFlightPerLane();
            lanes.put(event.lane(), lane);
        }
        held++;
        lane.held++;
        offer(lane, event);
        return true;
    }

    /** Lets a held event wait for its next try. */
    void resume(GridEvent event) {
        offer(lanes.get(event.lane()), event);
    }

    private void offer(Lane lane, GridEvent event) {
        lane.waiting.add(event);
        queue(lane);
    }

    private void queue(Lane lane) {
        if (!lane.queued && !lane.waiting.isEmpty() && lane.inFlight < share(lane)) {
            lane.queued = true;
            turns.add(lane);
        }
    }

    /**
     * How many events one lane may have in flight now. Once half of all places are taken, a lane
     * may take a share of the free places only. So there is a place for a fast lane, however many
     * lanes are slow.
     */
    private int share(Lane lane) {
        int free = limits.inFlight() - inFlight;
        return free >= limits.inFlight() / 2
                ? lane.width
                : Math.min(lane.width, Math.max(1, free / SCARCITY));
    }

    /** The event whose turn it is; it is in flight until {@link #landed}. */
    Optional<GridEvent> take() {
        while (!turns.isEmpty() && inFlight < limits.inFlight()) {
            Lane lane = turns.remove();
            lane.queued = false;
            // Its share may have shrunk while it queued; it queues again when something has landed.
            if (lane.inFlight < share(lane)) {
                GridEvent event = lane.waiting.remove();
                lane.inFlight++;
                inFlight++;
                queue(lane);
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /**
     * Says that an event is no longer in flight; it stays held.
     *
     * @param wasLong whether its invocation was long
     */
    void landed(GridEvent event, boolean wasLong) {
        Lane lane = lanes.get(event.lane());
        lane.width =
                wasLong
                        ? Math.min(NARROW, limits.inFlightPerLane())
                        : Math.min(lane.width + 1, limits.inFlightPerLane());
        lane.inFlight--;
        inFlight--;
        queue(lane);
    }

    /** Forgets an event that has landed for good. */
    void release(GridEvent event) {
        Lane lane = lanes.get(event.lane());
        held--;
        lane.held--;
        if (lane.held == 0) {
            lanes.remove(event.lane());
        }
    }

    /** How many lanes hold anything. */
    int size() {
        return lanes.size();
    }
}
