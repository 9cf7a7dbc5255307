package no.altinn.events.webhook.places;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * The calls of one kind that one endpoint has: those that run, and those that wait in line for a
 * place. Not thread-safe.
 */
final class Line {
    /** A call that waits. */
    static final class Waiter {
        private final Condition turn;
        private boolean hasPlace;

        Waiter(Condition turn) {
            this.turn = turn;
        }

        Condition turn() {
            return turn;
        }

        boolean hasPlace() {
            return hasPlace;
        }
    }

    /** How many calls of unproven endpoints may wait for each place that they may have. */
    private static final int WAITING_FOR_A_PLACE = 8;

    private final EndPoint endPoint;
    private final Lane lane;
    private final Headcount runningOfConsumer;
    private final Headcount waitingOfConsumer;
    // Everything that counts its calls.
    private final List<Headcount> countsOfRunning;
    private final List<Headcount> countsOfWaiting;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private int running;

    /**
     * A line without calls.
     *
     * @param runningOfConsumer the calls of this kind that all the consumer's endpoints have
     * @param waitingOfConsumer those that wait
     */
    Line(EndPoint endPoint, Lane lane, Headcount runningOfConsumer, Headcount waitingOfConsumer) {
        this.endPoint = endPoint;
        this.lane = lane;
        this.runningOfConsumer = runningOfConsumer;
        this.waitingOfConsumer = waitingOfConsumer;
        this.countsOfRunning =
                List.of(lane.running(), endPoint.host().running(), runningOfConsumer);
        this.countsOfWaiting = List.of(lane.waiting(), waitingOfConsumer);
    }

    EndPoint endPoint() {
        return endPoint;
    }

    Trust trust() {
        return endPoint.trust();
    }

    int waiting() {
        return waiters.size();
    }

    /** How many calls of this kind may run at once: never more than a quarter of all places. */
    private int limit() {
        return Math.min(endPoint.conduct().limit(), Trust.SLOW.share(lane.places()));
    }

    /** Whether the endpoint has as many calls as it may. */
    boolean isFull() {
        return running >= limit();
    }

    /** Whether one more call may run now. */
    boolean hasRoom() {
        return !isFull()
                && lane.running().hasRoomFor(trust(), lane.places())
                && lane.running().leavesToOthers(runningOfConsumer, trust(), lane.places())
                && endPoint.host().hasRoomFor(trust())
                && lane.running().leavesReserve(running, lane.places())
                && endPoint.host().leavesReserve(running);
    }

    /**
     * Whether its calls wait for slow endpoints: for itself, or for others whose calls are long and
     * hold as many places as slow ones may. First calls that hang become such.
     */
    boolean isBehindSlow() {
        return trust() == Trust.SLOW
                || (trust() == Trust.UNPROVEN
                        && lane.running().longCalls() >= Trust.SLOW.share(lane.places()));
    }

    /** Whether one more call may wait. */
    boolean hasRoomToWait() {
        return waiting() < mostWaiting()
                && waitingWithIts() < mostWaitingWithIts()
                && leavesRoomToWait();
    }

    /** Whether more calls wait than may, since its endpoint, or others, have become slow. */
    boolean isCrowded() {
        return waitingWithIts() > mostWaitingWithIts();
    }

    /** Whether other consumers' endpoints can wait beside one more call of this consumer's. */
    private boolean leavesRoomToWait() {
        return trust() == Trust.PROVEN
                || Headcount.leavesToOthers(
                        waitingOfConsumer.upTo(trust()), waitingWithIts(), mostWaitingWithIts());
    }

    private int mostWaiting() {
        return switch (trust()) {
            case SLOW -> Conduct.FEWEST;
            case WAVERING -> Math.max(1, lane.mostWaiting() / 8);
            case UNPROVEN, PROVEN -> Math.max(1, lane.mostWaiting() / 2);
        };
    }

    /** How many calls wait that an endpoint of its trust has to share the line with. */
    private int waitingWithIts() {
        return lane.waiting().upTo(trust());
    }

    private int mostWaitingWithIts() {
        return switch (trust()) {
            case SLOW -> lane.mostBehindSlow();
            case UNPROVEN -> mostWaitingWithUnproven();
            case WAVERING -> lane.mostWaitingUpTo(Trust.WAVERING);
            case PROVEN -> lane.mostWaiting();
        };
    }

    private int mostWaitingWithUnproven() {
        int most = lane.mostBehindSlow() + WAITING_FOR_A_PLACE * leftToUnproven();
        // After a start all endpoints are new, and a burst to them may take every thread.
        return isBehindSlow() ? Math.min(most, lane.mostWaitingUpTo(Trust.WAVERING)) : most;
    }

    /**
     * How many places the calls that are long leave to the unproven, in the process and at the
     * host.
     */
    private int leftToUnproven() {
        int inProcess = left(lane.running(), lane.places());
        int atHost = left(endPoint.host().running(), Host.PLACES);
        return Math.max(0, Math.min(inProcess, atHost));
    }

    private static int left(Headcount running, int places) {
        return Trust.UNPROVEN.share(places) - running.longCalls();
    }

    /** Counts calls that run and have become long, or fewer of them. */
    void addLong(int calls) {
        lane.running().addLong(calls);
        endPoint.host().running().addLong(calls);
    }

    /** Counts its calls as those of an endpoint of another trust. */
    void recount(Trust from, Trust to) {
        countsOfRunning.forEach(count -> count.move(from, to, running));
        countsOfWaiting.forEach(count -> count.move(from, to, waiting()));
    }

    /** Whether no call runs or waits. */
    boolean isIdle() {
        return running + waiting() == 0;
    }

    /** Counts a call that runs. */
    void start() {
        running++;
        countsOfRunning.forEach(count -> count.add(trust(), 1));
    }

    /** Counts a call that runs no more. */
    void end() {
        running--;
        countsOfRunning.forEach(count -> count.add(trust(), -1));
    }

    void await(Waiter waiter) {
        waiters.add(waiter);
        countsOfWaiting.forEach(count -> count.add(trust(), 1));
        lane.lines().add(this);
    }

    /** Removes a call that waits no longer. */
    void leave(Waiter waiter) {
        waiters.remove(waiter);
        countsOfWaiting.forEach(count -> count.add(trust(), -1));
        if (waiters.isEmpty()) {
            lane.lines().remove(this);
        }
    }

    /** Gives the place to the call that has waited longest. */
    void startFirst() {
        Waiter first = waiters.remove();
        countsOfWaiting.forEach(count -> count.add(trust(), -1));
        start();
        first.hasPlace = true;
        first.turn.signal();
    }
}
