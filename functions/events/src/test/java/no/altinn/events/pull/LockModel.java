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

/**
 * What receivers of one subscription see who come one after the other. A word counts if its lock is
 * still there and has not run out. A lock ends by the first word but renewal. An event whose lock
 * has run out is received again.
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
                    output.map(answer -> received(state, answer))
                            .orElseGet(() -> receivedUnheard(state, asked));
            case RECEIVE_ALL ->
                    output.orElseThrow().locks().keySet().equals(state.free())
                            ? List.of(state)
                            : List.of();
            default -> settled(state, asked, output);
        };
    }

    /** A receiver may get nothing though something is ready: others look at it just then. */
    private static Collection<State> received(State state, Answer answer) {
        if (!answer.isCounted()) {
            return List.of(state);
        }
        Map.Entry<String, Lock> one = answer.locks().entrySet().iterator().next();
        return state.free().contains(one.getKey())
                ? List.of(state.locking(one.getKey(), one.getValue()))
                : List.of();
    }

    /** An event may be locked for a receiver who did not hear of it: no word ends such a lock. */
    private static Collection<State> receivedUnheard(State state, Ask asked) {
        List<State> states = new ArrayList<>();
        for (String event : state.free()) {
            untils(state, asked)
                    .forEach(until -> states.add(state.locking(event, new Lock("", until))));
        }
        return states;
    }

    /** When a lock may run out that was begun or renewed by a call, by the clock as it saw it. */
    private static List<Integer> untils(State state, Ask asked) {
        List<Integer> untils = new ArrayList<>();
        for (int seen = asked.since(); seen <= state.time(); seen++) {
            untils.add(seen + LOCK_STEPS);
        }
        return untils;
    }

    private static Collection<State> settled(State state, Ask asked, Optional<Answer> output) {
        Optional<Lock> lock =
                Optional.ofNullable(state.locked().get(asked.event()))
                        .filter(one -> one.token().equals(asked.token()))
                        .filter(one -> one.until() > state.time());
        if (output.isPresent() && output.get().isCounted() != lock.isPresent()) {
            return List.of();
        }
        if (lock.isEmpty()) {
            return List.of(state);
        }
        if (asked.deed() == Deed.RENEW) {
            return untils(state, asked).stream()
                    .map(until -> state.locking(asked.event(), new Lock(asked.token(), until)))
                    .toList();
        }
        return List.of(state.ending(asked.event(), asked.deed() == Deed.RELEASE));
    }
}
