package no.altinn.testing.history;

import no.altinn.testing.history.Verdict.Outcome;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of a history's calls in which a model answers as they were answered, and in
 * which no call comes before another that had ended when it began (Herlihy and Wing 1990). The
 * search is that of Wing and Gong (1993), and tries no set of calls twice in one state (Lowe 2017).
 */
public final class Linearizability {
    /** How many places a search looks at by default before it is given up. */
    public static final int MOST_PLACES = 1_000_000;

    private Linearizability() {}

    /**
     * An order that explains the history; empty if there is none. Calls of which nothing came back
     * may be missing in it.
     *
     * @throws IllegalStateException if the search was given up
     */
    public static <S, I, O> Optional<List<Call<I, O>>> order(
            Model<S, I, O> model, List<Call<I, O>> history) {
        Verdict<I, O> verdict = verdict(model, history, MOST_PLACES);
        return switch (verdict.outcome()) {
            case EXPLAINED -> Optional.of(verdict.order());
            case REFUTED -> Optional.empty();
            case UNDECIDED ->
                    throw new IllegalStateException("Given up after " + MOST_PLACES + " places");
        };
    }

    /** Judges the history in {@link #MOST_PLACES} places at most. */
    public static <S, I, O> Verdict<I, O> verdict(Model<S, I, O> model, List<Call<I, O>> history) {
        return verdict(model, history, MOST_PLACES);
    }

    /**
     * Judges the history.
     *
     * @param most after how many places the search is given up, 1 and up
     */
    public static <S, I, O> Verdict<I, O> verdict(
            Model<S, I, O> model, List<Call<I, O>> history, int most) {
        return new Search<>(model, history).verdict(most);
    }

    /**
     * A point of the search: the calls that are explained, and the state in which they leave the
     * model.
     */
    private record Place<S>(BitSet explained, S state) {}

    /** A call that may come next, and a state in which it may leave the model. */
    private record Step<S>(int call, S state) {}

    /** A place, the call that led to it, and the steps that have not been tried from there. */
    private record Visit<S>(Place<S> place, int call, Deque<Step<S>> untried) {}

    /** Goes on without recursion: a history may have thousands of calls. */
    private static final class Search<S, I, O> {
        private static final int NONE = -1;

        private final Model<S, I, O> model;
        private final List<Call<I, O>> calls;
        private final Set<Place<S>> seen = new HashSet<>();
        private final Deque<Visit<S>> path = new ArrayDeque<>();

        Search(Model<S, I, O> model, List<Call<I, O>> history) {
            this.model = model;
            this.calls = history.stream().sorted(Comparator.comparingLong(Call::begun)).toList();
        }

        Verdict<I, O> verdict(int most) {
            visit(new Place<>(new BitSet(), model.initial()), NONE);
            while (!path.isEmpty()) {
                Visit<S> visit = path.getLast();
                if (firstEnd(visit.place().explained()) == Call.NEVER) {
                    return judged(Outcome.EXPLAINED, told());
                }
                if (seen.size() >= most) {
                    return judged(Outcome.UNDECIDED, List.of());
                }
                Step<S> step = visit.untried().pollFirst();
                if (step == null) {
                    path.removeLast();
                } else {
                    BitSet more = (BitSet) visit.place().explained().clone();
                    more.set(step.call());
                    visit(new Place<>(more, step.state()), step.call());
                }
            }
            return judged(Outcome.REFUTED, List.of());
        }

        private Verdict<I, O> judged(Outcome outcome, List<Call<I, O>> order) {
            return new Verdict<>(outcome, order, calls, seen.size());
        }

        private void visit(Place<S> place, int call) {
            if (seen.add(place)) {
                path.addLast(new Visit<>(place, call, steps(place)));
            }
        }

        private List<Call<I, O>> told() {
            return path.stream()
                    .filter(visit -> visit.call() != NONE)
                    .<Call<I, O>>map(visit -> calls.get(visit.call()))
                    .toList();
        }

        private Deque<Step<S>> steps(Place<S> place) {
            Deque<Step<S>> steps = new ArrayDeque<>();
            long firstEnd = firstEnd(place.explained());
            for (int i = place.explained().nextClearBit(0);
                    i < calls.size() && calls.get(i).begun() < firstEnd;
                    i = place.explained().nextClearBit(i + 1)) {
                Call<I, O> call = calls.get(i);
                for (S state : model.after(place.state(), call.input(), call.output())) {
                    steps.addLast(new Step<>(i, state));
                }
            }
            return steps;
        }

        /**
         * When the first of the calls that are left was answered: calls begun later come after it.
         */
        private long firstEnd(BitSet explained) {
            long first = Call.NEVER;
            for (int i = explained.nextClearBit(0);
                    i < calls.size();
                    i = explained.nextClearBit(i + 1)) {
                first = Math.min(first, calls.get(i).ended());
            }
            return first;
        }
    }
}
