package no.altinn.bench.day;

import java.util.BitSet;

/** The acknowledged events of a resource, and the events that a reader got. Thread-safe. */
final class Followed {
    private final BitSet acknowledged = new BitSet();
    private final BitSet seen = new BitSet();
    private long again;

    /** The platform has said that it has the event. */
    synchronized void acknowledged(int number) {
        acknowledged.set(number);
    }

    /** The reader has got the event. */
    synchronized void seen(int number) {
        if (seen.get(number)) {
            again++;
        }
        seen.set(number);
    }

    /** How many acknowledged events the reader has not got. */
    synchronized int missing() {
        BitSet missing = (BitSet) acknowledged.clone();
        missing.andNot(seen);
        return missing.cardinality();
    }

    /** The first acknowledged event that the reader has not got; -1 if it has got all. */
    synchronized int firstMissing() {
        BitSet missing = (BitSet) acknowledged.clone();
        missing.andNot(seen);
        return missing.nextSetBit(0);
    }

    synchronized int acknowledged() {
        return acknowledged.cardinality();
    }

    synchronized int seen() {
        return seen.cardinality();
    }

    /** How often the reader got an event that it had already. */
    synchronized long again() {
        return again;
    }
}
