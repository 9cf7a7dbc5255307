package no.altinn.events.webhook.places;

/** How many calls there are of endpoints of each trust. Not thread-safe. */
final class Headcount {
    private static final Trust[] LEAST_FIRST = Trust.values();

    private final int[] counts = new int[LEAST_FIRST.length];
    private int longCalls;

    int of(Trust trust) {
        return counts[trust.ordinal()];
    }

    int all() {
        return upTo(Trust.PROVEN);
    }

    /** How many are trusted so far or less. */
    int upTo(Trust trust) {
        int sum = 0;
        for (int i = 0; i <= trust.ordinal(); i++) {
            sum += counts[i];
        }
        return sum;
    }

    void add(Trust trust, int calls) {
        counts[trust.ordinal()] += calls;
    }

    void move(Trust from, Trust to, int calls) {
        add(from, -calls);
        add(to, calls);
    }

    /** How many calls of endpoints of any trust are long already. */
    int longCalls() {
        return longCalls;
    }

    void addLong(int calls) {
        longCalls += calls;
    }

    /**
     * Whether one more call of an endpoint of this trust leaves to each trust what is kept for it.
     */
    boolean hasRoomFor(Trust trust, int places) {
        int upToHere = 0;
        for (Trust each : LEAST_FIRST) {
            upToHere += of(each);
            if (each.compareTo(trust) >= 0 && upToHere >= each.share(places)) {
                return false;
            }
        }
        return true;
    }
}
