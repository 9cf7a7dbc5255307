package no.altinn.rest.login;

import no.altinn.testing.history.Model;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What browsers see who share the cookies of one user and come one after the other. A cookie counts
 * for 30 minutes, unless the password is changed. After half of them whoever shows it gets a new
 * one. The old one still counts until its own end.
 */
record LoginModel() implements Model<LoginModel.State, LoginModel.Ask, String> {
    /** The time that passes at once. */
    static final Duration STEP = Duration.ofMinutes(10);

    private static final int LASTS = 3;
    private static final int DUE = 2;

    /** What is done. */
    enum Deed {
        /** Answers the cookie. */
        LOG_IN,
        /** Answers the cookie to go on with; an empty text if the login has ended. */
        SHOW,
        /** Answers nothing. */
        CHANGE_PASSWORD,
        /** Answers nothing. */
        PASS
    }

    /**
     * What is asked.
     *
     * @param cookie that is shown; empty for none
     * @param since at which step the call began, or one step earlier
     */
    record Ask(Deed deed, String cookie, int since) {}

    /**
     * Where everything is.
     *
     * @param time how many steps have passed
     * @param issued the cookies since the password was changed last, and their steps
     */
    record State(int time, Map<String, Integer> issued) {
        /** The states in which a call may leave this one that gave out a cookie. */
        Collection<State> with(String cookie, Ask asked) {
            return IntStream.rangeClosed(asked.since(), time)
                    .mapToObj(
                            seen -> {
                                Map<String, Integer> more = new TreeMap<>(issued);
                                more.put(cookie, seen);
                                return new State(time, more);
                            })
                    .toList();
        }
    }

    @Override
    public State initial() {
        return new State(0, Map.of());
    }

    @Override
    public Collection<State> after(State state, Ask asked, Optional<String> output) {
        return switch (asked.deed()) {
            case PASS -> List.of(new State(state.time() + 1, state.issued()));
            case CHANGE_PASSWORD -> List.of(new State(state.time(), Map.of()));
            case LOG_IN ->
                    output.map(cookie -> state.with(cookie, asked)).orElseGet(() -> List.of(state));
            case SHOW ->
                    output.map(answer -> shown(state, asked, answer))
                            .orElseGet(() -> List.of(state));
        };
    }

    private static Collection<State> shown(State state, Ask asked, String answer) {
        Optional<Integer> age =
                Optional.ofNullable(state.issued().get(asked.cookie()))
                        .map(issued -> state.time() - issued)
                        .filter(steps -> steps < LASTS);
        if (age.isEmpty()) {
            return answer.isEmpty() ? List.of(state) : List.of();
        }
        if (age.get() < DUE) {
            return answer.equals(asked.cookie()) ? List.of(state) : List.of();
        }
        boolean isRenewed = !answer.isEmpty() && !answer.equals(asked.cookie());
        return isRenewed ? state.with(answer, asked) : List.of();
    }
}
