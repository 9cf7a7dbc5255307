package no.altinn.events.webhook.places;

import java.util.EnumMap;
import java.util.Map;

/** How many calls there are of endpoints of each trust. Not thread-safe. */
final class Headcount {
    /** How many places a consumer may hold for each that is left free. */
    private static final int HELD_FOR_ONE_LEFT = 3;

    // In the order of the trusts, the least one first.
    private final Map<Trust, Integer> counts = new EnumMap<>(Trust.class);
    private int longCalls;

    Headcount() {
        for (Trust each : Trust.values()) {
            counts.put(each, 0);
        }
    }

    int of(Trust trust) {
        return counts.get(trust);
    }

    /** How many are trusted so far or less. */
    int upTo(Trust trust) {
        int sum = 0;
        for (Map.Entry<Trust, Integer> each : counts.entrySet()) {
            sum += each.getKey().compareTo(trust) <= 0 ? each.getValue() : 0;
        }
        return sum;
    }

    void add(Trust trust, int calls) {
        counts.merge(trust, calls, Integer::sum);
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
     * Whether one more call leaves the reserve to endpoints that have fewer calls. Endpoints that
     * were well may hang all at once, and a number of them never hold every place.
     *
     * @param calls how many calls of one kind the endpoint has already
     */
    boolean leavesReserve(int calls, int places) {
        return upTo(Trust.PROVEN) < places - reserve(calls, places);
    }

    private static int reserve(int calls, int places) {
        if (calls == 0) {
            return 0;
        }
        return calls < Conduct.FEWEST ? places / 8 : places / 4;
    }

    /**
     * Whether one more call of a consumer's endpoint of this trust leaves places to endpoints of
     * other consumers that are trusted no more. The calls of endpoints that are well are short, and
     * leave theirs anyway.
     *
     * @param ofConsumer the calls that the consumer has among these
     */
    boolean leavesToOthers(Headcount ofConsumer, Trust trust, int places) {
        for (Trust each : counts.keySet()) {
            boolean isBound = each.compareTo(trust) >= 0 && each != Trust.PROVEN;
            if (isBound && !leavesToOthers(ofConsumer.upTo(each), upTo(each), each.share(places))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a consumer may have one more of what consumers share. An eighth is for those that
     * have none. Of the rest one alone may hold three quarters; the more others hold, the fewer.
     *
     * @param held how many it has
     * @param taken how many are taken, by whomever
     * @param share how many there are
     */
    static boolean leavesToOthers(int held, int taken, int share) {
        int left = share - taken;
        return held == 0 ? left > 0 : held < HELD_FOR_ONE_LEFT * (left - share / 8);
    }

    /**
     * Whether one more call of an endpoint of this trust leaves to each trust what is kept for it.
     */
    boolean hasRoomFor(Trust trust, int places) {
        int upToHere = 0;
        for (Trust each : counts.keySet()) {
            upToHere += of(each);
            if (each.compareTo(trust) >= 0 && upToHere >= each.share(places)) {
                return false;
            }
        }
        return true;
    }
}
