package no.altinn.testing.history;

import no.altinn.testing.history.Verdict.Outcome;

import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts on the histories of many seeds, in sum. Immutable.
 *
 * @param histories how many there were
 * @param calls how many calls they had
 * @param places how many places the searches looked at
 * @param refuted the seeds of the histories that no order explains
 * @param undecided the seeds of the histories whose search was given up
 * @param shown the first of the histories that no order explains, for a reader; empty if none
 */
public record Tally(
        int histories,
        int calls,
        long places,
        List<Long> refuted,
        List<Long> undecided,
        String shown) {
    public Tally {
        refuted = List.copyOf(refuted);
        undecided = List.copyOf(undecided);
    }

    /** Makes the history of a seed, and judges it. */
    public interface Run {
        /** The verdict on this seed's history. */
        Verdict<?, ?> of(long seed) throws InterruptedException;
    }

    /** Makes and judges a history of each of so many seeds, from the first one up. */
    public static Tally of(long first, int count, Run run) throws InterruptedException {
        return of(first, count, count, run);
    }

    /** The same, but makes no history after the first that no order explains. */
    public static Tally untilRefuted(long first, int most, Run run) throws InterruptedException {
        return of(first, most, 1, run);
    }

    private static Tally of(long first, int count, int mostRefuted, Run run)
            throws InterruptedException {
        int calls = 0;
        long places = 0;
        List<Long> refuted = new ArrayList<>();
        List<Long> undecided = new ArrayList<>();
        String shown = "";
        long seed = first;
        for (; seed < first + count && refuted.size() < mostRefuted; seed++) {
            Verdict<?, ?> verdict = run.of(seed);
            calls += verdict.calls();
            places += verdict.places();
            if (verdict.outcome() == Outcome.REFUTED) {
                shown = refuted.isEmpty() ? verdict.told() : shown;
                refuted.add(seed);
            } else if (verdict.outcome() == Outcome.UNDECIDED) {
                undecided.add(seed);
            }
        }
        return new Tally((int) (seed - first), calls, places, refuted, undecided, shown);
    }

    /** Whether an order explains every history. */
    public boolean isExplained() {
        return refuted.isEmpty() && undecided.isEmpty();
    }
}
