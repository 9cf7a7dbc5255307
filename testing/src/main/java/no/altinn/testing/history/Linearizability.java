package no.altinn.testing.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of a history's calls in which a model answers as they were answered, and in
 * which no call comes before another that had ended when it began (Herlihy and Wing 1990). It tries
 * them as Wing and Gong (1993) do, and tries no set of calls twice in one state (Lowe 2017).
 */
public final class Linearizability {
    private Linearizability() {}

    /**
     * An order that explains the history; empty if there is none. Calls of which nothing came back
     * may be missing in it.
     */
    public static <S, I, O> Optional<List<Call<I, O>>> order(
            Model<S, I, O> model, List<Call<I, O>> history) {
        return new Search<>(model, history).order();
    }

    /** What has been explained so far: which calls, in which state they leave the model. */
    private record Place<S>(BitSet explained, S state) {}

    private static final class Search<S, I, O> {
        private final Model<S, I, O> model;
        private final List<Call<I, O>> calls;
        private final Set<Place<S>> seen = new HashSet<>();
        private final Deque<Call<I, O>> order = new ArrayDeque<>();

        Search(Model<S, I, O> model, List<Call<I, O>> history) {
            this.model = model;
            this.calls = history.stream().sorted(Comparator.comparingLong(Call::begun)).toList();
        }

        Optional<List<Call<I, O>>> order() {
            return explains(new Place<>(new BitSet(), model.initial()))
                    ? Optional.of(new ArrayList<>(order))
                    : Optional.empty();
        }

        private boolean explains(Place<S> place) {
            if (!seen.add(place)) {
                return false;
            }
            long firstEnd = firstEnd(place.explained());
            if (firstEnd == Call.NEVER) {
                return true;
            }
            for (int i = place.explained().nextClearBit(0);
                    i < calls.size() && calls.get(i).begun() < firstEnd;
                    i = place.explained().nextClearBit(i + 1)) {
                if (explainsWith(place, i)) {
                    return true;
                }
            }
            return false;
        }

        /** When the first of the calls that are left was answered: it comes before later ones. */
        private long firstEnd(BitSet explained) {
            long first = Call.NEVER;
            for (int i = explained.nextClearBit(0);
                    i < calls.size();
                    i = explained.nextClearBit(i + 1)) {
                first = Math.min(first, calls.get(i).ended());
            }
            return first;
        }

        private boolean explainsWith(Place<S> place, int next) {
            Call<I, O> call = calls.get(next);
            BitSet more = (BitSet) place.explained().clone();
            more.set(next);
            order.addLast(call);
            for (S state : model.after(place.state(), call.input(), call.output())) {
                if (explains(new Place<>(more, state))) {
                    return true;
                }
            }
            order.removeLast();
            return false;
        }
    }
}
