package no.altinn.events.pull;

import no.altinn.testing.history.Model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What receivers of one subscription see who come one after the other.
 *
 * <ul>
 *   <li>A word counts if its lock is still there and has not run out, and is lost otherwise.
 *   <li>Whether the lock has run out is judged by one reading of the clock, made at any moment
 *       between the beginning of the call and its effect. So if time passes meanwhile, a word that
 *       came before the end may count after it: until another receiver has got the event, the end
 *       of a lock takes nothing from its holder. Another word that was lost in between stays lost.
 *   <li>A renewed lock lasts from that same reading on.
 *   <li>A lock ends by the first word that counts but renewal. After a release the event is
 *       received again; after the others never.
 *   <li>An event is received only if no lock is on it, or if the lock has run out. The new lock
 *       lasts from a reading of the clock during the call. A receiver may get nothing though there
 *       are such events.
 *   <li>When all locks have run out, the next receiver gets all that is left.
 * </ul>
 *
 * @param events the ids of what is ready at first
 */
record LockModel(List<String> events)
        implements Model<LockModel.State, LockModel.Ask, LockModel.Answer> {
    /** The time that passes at once. */
    static final Duration STEP = Duration.ofSeconds(20);

    /** How many of them a lock lasts. */
    static final int LOCK_STEPS = (int) Receivers.LOCK.dividedBy(STEP);

    /** What is asked for. */
    enum Deed {
        /** Answers an event and its lock, or nothing. */
        RECEIVE,
        /** Answers all events that are left, when none is locked. */
        RECEIVE_ALL,
        ACKNOWLEDGE,
        RELEASE,
        REJECT,
        RENEW,
        /** Time passes. */
        PASS
    }

    /**
     * What is asked.
     *
     * @param event whose lock it is; empty where any event is asked for
     * @param token the lock's
     * @param since at which step the call began, or one step earlier
     */
    record Ask(Deed deed, String event, String token, int since) {}

    /**
     * A lock.
     *
     * @param until the step at which it runs out
     */
    record Lock(String token, int until) {}

    /**
     * What is answered.
     *
     * @param isCounted whether the word counted, or anything was received
     * @param locks those of the events that were received, by their ids
     */
    record Answer(boolean isCounted, Map<String, Lock> locks) {
        static final Answer NOTHING = new Answer(false, Map.of());
        static final Answer COUNTED = new Answer(true, Map.of());
    }

    /**
     * Where everything is.
     *
     * @param time how many steps have passed
     */
    record State(int time, Map<String, Lock> locked, Set<String> ready) {
        /**
         * The events that a receiver may get: those that are ready, and those whose lock has ended.
         */
        Set<String> free() {
            return locked.entrySet().stream()
                    .filter(one -> one.getValue().until() <= time)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(() -> new TreeSet<>(ready)));
        }

        State locking(String event, Lock lock) {
            Map<String, Lock> more = new TreeMap<>(locked);
            more.put(event, lock);
            Set<String> fewer = new TreeSet<>(ready);
            fewer.remove(event);
            return new State(time, more, fewer);
        }

        State ending(String event, boolean isReady) {
            Map<String, Lock> fewer = new TreeMap<>(locked);
            fewer.remove(event);
            Set<String> more = new TreeSet<>(ready);
            if (isReady) {
                more.add(event);
            }
            return new State(time, fewer, more);
        }
    }

    @Override
    public State initial() {
        return new State(0, Map.of(), new TreeSet<>(events));
    }

    @Override
    public Collection<State> after(State state, Ask asked, Optional<Answer> output) {
        return switch (asked.deed()) {
            case PASS -> List.of(new State(state.time() + 1, state.locked(), state.ready()));
            case RECEIVE ->
                    output.map(answer -> received(state, asked, answer))
                            .orElseGet(() -> receivedUnheard(state, asked));
            case RECEIVE_ALL ->
                    output.orElseThrow().locks().keySet().equals(state.free())
                            ? List.of(state)
                            : List.of();
            default -> settled(state, asked, output);
        };
    }

    /** A receiver may get nothing though something is ready: others look at it just then. */
    private static Collection<State> received(State state, Ask asked, Answer answer) {
        if (!answer.isCounted()) {
            return List.of(state);
        }
        Map.Entry<String, Lock> one = answer.locks().entrySet().iterator().next();
        boolean isLockedSinceTheCall =
                readings(state, asked)
                        .anyMatch(seen -> seen + LOCK_STEPS == one.getValue().until());
        return isLockedSinceTheCall && state.free().contains(one.getKey())
                ? List.of(state.locking(one.getKey(), one.getValue()))
                : List.of();
    }

    /** An event may be locked for a receiver who did not hear of it: no word ends such a lock. */
    private static Collection<State> receivedUnheard(State state, Ask asked) {
        List<State> states = new ArrayList<>();
        for (String event : state.free()) {
            readings(state, asked)
                    .mapToObj(seen -> new Lock("", seen + LOCK_STEPS))
                    .forEach(lock -> states.add(state.locking(event, lock)));
        }
        return states;
    }

    /** The moments that a call may have read from the clock before its effect. */
    private static IntStream readings(State state, Ask asked) {
        return IntStream.rangeClosed(asked.since(), state.time());
    }

    private static Collection<State> settled(State state, Ask asked, Optional<Answer> output) {
        Optional<Lock> lock =
                Optional.ofNullable(state.locked().get(asked.event()))
                        .filter(one -> one.token().equals(asked.token()));
        return readings(state, asked)
                .mapToObj(seen -> settled(state, asked, seen, lock, output))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * The state after a word that was judged at a moment; empty if it is answered otherwise then.
     *
     * @param lock the lock that the word is about, if that is still there
     */
    private static Optional<State> settled(
            State state, Ask asked, int seen, Optional<Lock> lock, Optional<Answer> output) {
        boolean counts = lock.filter(one -> one.until() > seen).isPresent();
        if (output.isPresent() && output.get().isCounted() != counts) {
            return Optional.empty();
        }
        if (!counts) {
            return Optional.of(state);
        }
        return Optional.of(
                asked.deed() == Deed.RENEW
                        ? state.locking(asked.event(), new Lock(asked.token(), seen + LOCK_STEPS))
                        : state.ending(asked.event(), asked.deed() == Deed.RELEASE));
    }
}
