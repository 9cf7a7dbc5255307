package no.altinn.events.webhook.places;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The calls of one kind that all endpoints have in this process. Not thread-safe. */
final class Lane {
    private final int concurrency;
    private final Headcount running = new Headcount();
    private final Headcount waiting = new Headcount();
    // Those in which a call waits, in the order of their turns.
    private final Set<Line> lines = new LinkedHashSet<>();

    /**
     * A lane without calls.
     *
     * @param concurrency how many of its calls the host lets run and wait together
     */
    Lane(int concurrency) {
        this.concurrency = concurrency;
    }

    /** How many calls may run at once; the host has a fifth more, for those that wait. */
    int places() {
        return Math.max(1, concurrency * 4 / 5);
    }

    Headcount running() {
        return running;
    }

    Headcount waiting() {
        return waiting;
    }

    Set<Line> lines() {
        return lines;
    }

    /** How many calls may wait in line together. */
    int mostWaiting() {
        return concurrency;
    }

    /** How many may wait behind slow endpoints: each holds one of the host's threads. */
    int mostBehindSlow() {
        return Math.max(1, concurrency / 16);
    }

    /**
     * How many calls of endpoints that are trusted so far or less may wait together. With those
     * that run they have their share of the host's threads: so there is a thread for an endpoint
     * that is trusted more.
     */
    int mostWaitingUpTo(Trust trust) {
        return Math.max(0, trust.share(concurrency) - running.upTo(trust));
    }

    /** Gives free places to calls that wait. Lines take turns. */
    void fill() {
        boolean hasGiven = true;
        while (hasGiven && !lines.isEmpty()) {
            hasGiven = takeTurns();
        }
    }

    private boolean takeTurns() {
        List<Line> served = new ArrayList<>();
        Iterator<Line> each = lines.iterator();
        while (each.hasNext() && running.hasRoomFor(Trust.PROVEN, places())) {
            Line line = each.next();
            if (line.hasRoom()) {
                line.startFirst();
                each.remove();
                served.add(line);
            }
        }
        served.stream().filter(line -> line.waiting() > 0).forEach(lines::add);
        return !served.isEmpty();
    }
}
