package no.altinn.simulation.fault;

import no.altinn.simulation.time.Chance;

import java.util.EnumMap;
import java.util.Map;

/** Decides by chance what fails, as long as faults are on, and counts it. Not thread-safe. */
public final class Faults {
    private final Chance chance;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final FaultRates usual;
    private FaultRates rates;
    private boolean areOver;

    /** Faults of these rates. */
    public Faults(FaultRates rates, Chance chance) {
        this.usual = rates;
        this.rates = rates;
        this.chance = chance;
    }

    /** What can fail. */
    public enum Kind {
        /** A process ended. */
        CRASH,
        /** A write was done whose answer was lost. */
        LOST_ANSWER,
        /** A call was refused. */
        REFUSED,
        /** A message was lost. */
        LOST_MESSAGE,
        /** A message came twice. */
        DOUBLED_MESSAGE,
        /** A message came minutes late. */
        LATE_MESSAGE,
        /** A lease moved while its holder still worked. */
        MOVED_LEASE
    }

    /** The rates now. */
    public FaultRates rates() {
        return rates;
    }

    /** The chance for other choices about faults, such as how long a call takes. */
    public Chance chance() {
        return chance;
    }

    /** From now on nothing fails, and nothing comes between. */
    public void stop() {
        areOver = true;
        rates = FaultRates.NONE;
    }

    /** Begins a storm, in which nearly everything fails, or ends it. */
    public void setStorm(boolean isStorm) {
        if (!areOver) {
            rates = isStorm ? usual.inStorm() : usual;
        }
    }

    /** Whether this fault happens now. A fault that happens is counted. */
    public boolean happens(double rate, Kind kind) {
        boolean isHit = chance.hits(rate);
        if (isHit) {
            note(kind);
        }
        return isHit;
    }

    /** Counts a fault that another part of the schedule has decided. */
    public void note(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** How often each fault has happened. */
    public Map<Kind, Integer> counts() {
        return Map.copyOf(counts);
    }
}
