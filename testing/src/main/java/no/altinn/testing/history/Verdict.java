package no.altinn.testing.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of a search for an order of a history's calls. Immutable.
 *
 * @param outcome how the search ended
 * @param order the order that explains the history; empty unless it is explained
 * @param calls how many calls the history has
 * @param places how many pairs of explained calls and a state were looked at
 */
public record Verdict<I, O>(Outcome outcome, List<Call<I, O>> order, int calls, int places) {
    public Verdict {
        order = List.copyOf(order);
    }

    /** The verdict on two histories of things that know nothing of each other. */
    public Verdict<I, O> and(Verdict<I, O> other) {
        List<Call<I, O>> both = new ArrayList<>(order);
        both.addAll(other.order);
        return new Verdict<>(
                outcome.compareTo(other.outcome) > 0 ? outcome : other.outcome,
                both,
                calls + other.calls,
                places + other.places);
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
