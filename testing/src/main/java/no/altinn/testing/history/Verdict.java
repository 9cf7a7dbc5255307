package no.altinn.testing.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of a search for an order of a history's calls. Immutable.
 *
 * @param outcome how the search ended
 * @param order the order that explains the history; empty unless it is explained
 * @param history the calls of the history, the first begun first
 * @param places how many pairs of explained calls and a state were looked at
 */
public record Verdict<I, O>(
        Outcome outcome, List<Call<I, O>> order, List<Call<I, O>> history, int places) {
    /** How many calls {@link #told()} shows at most. */
    static final int MOST_TOLD = 100;

    public Verdict {
        order = List.copyOf(order);
        history = List.copyOf(history);
    }

    /** How many calls the history has. */
    public int calls() {
        return history.size();
    }

    /** The history for a reader, a call on a line, cut after {@value #MOST_TOLD} calls. */
    public String told() {
        Stream<String> cut =
                calls() > MOST_TOLD
                        ? Stream.of("... and %d more".formatted(calls() - MOST_TOLD))
                        : Stream.empty();
        return Stream.concat(history.stream().limit(MOST_TOLD).map(Call::told), cut)
                .collect(Collectors.joining("\n"));
    }

    /** The verdict on two histories of things that know nothing of each other. */
    public Verdict<I, O> and(Verdict<I, O> other) {
        return new Verdict<>(
                outcome.compareTo(other.outcome) > 0 ? outcome : other.outcome,
                both(order, other.order),
                both(history, other.history),
                places + other.places);
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        List<T> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    /** How a search may end, the worst last. */
    public enum Outcome {
        /** There is an order. */
        EXPLAINED,
        /** The search was given up before all orders were tried. */
        UNDECIDED,
        /** All orders were tried, and none explains the history. */
        REFUTED
    }
}
