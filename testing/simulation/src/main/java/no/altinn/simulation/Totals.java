package no.altinn.simulation;

import no.altinn.simulation.fault.Faults;

import java.util.EnumMap;
import java.util.Map;

/** The sums over many schedules. Not thread-safe. */
final class Totals {
    private final Map<Faults.Kind, Integer> faults = new EnumMap<>(Faults.Kind.class);
    private int schedules;
    private int bad;
    private long events;
    private long shown;
    private long sent;
    private long doubled;
    private long sentUnharmed;
    private long doubledUnharmed;

    void add(Schedule one) {
        schedules++;
        bad += one.isGood() ? 0 : 1;
        events += one.simulation().ledger().acknowledged().size();
        shown += one.simulation().ledger().shown().size();
        sent += one.verdict().sent();
        doubled += one.verdict().doubled();
        if (one.simulation().plan().rates().isHarmless()) {
            sentUnharmed += one.verdict().sent();
            doubledUnharmed += one.verdict().doubled();
        }
        one.simulation()
                .faults()
                .counts()
                .forEach((kind, n) -> faults.merge(kind, n, Integer::sum));
    }

    /** Whether no schedule broke anything. */
    boolean areGood() {
        return bad == 0;
    }

    String words() {
        return """
        schedules %d, of them broken %d
        events acknowledged %d, shown to readers %d
        events sent %d, once more %d; where nothing was injected %d, once more %d
        faults %s
        """
                .formatted(
                        schedules,
                        bad,
                        events,
                        shown,
                        sent,
                        doubled,
                        sentUnharmed,
                        doubledUnharmed,
                        faults);
    }
}
