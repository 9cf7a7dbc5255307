package no.altinn.bench.growth;

/** Numbers of places in what is stored, so that each read is another place of another stream. */
final class Places {
    // Prime to the number of streams.
    private static final int STEP = 7_919;

    private int next;

    /** A place, 0 and up. */
    int next() {
        int place = next;
        next = (next + STEP) & Integer.MAX_VALUE;
        return place;
    }
}
