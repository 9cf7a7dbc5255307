package no.altinn.events.webhook.places;

import java.time.Duration;
import java.time.Instant;

/**
 * What the calls of an endpoint tell of it: how far it is trusted, how many calls it may have at
 * once, and when it can take what is put off. Not thread-safe.
 */
final class Conduct {
    /**
     * A call that lasts for this long puts its endpoint in doubt, while it runs already. A machine
     * that is busy for a moment is reason enough for such a call.
     */
    static final Duration LONG = Duration.ofSeconds(1);

    /** A call that lasts for this long makes its endpoint a slow one, while it runs already. */
    static final Duration HANGING = Duration.ofSeconds(3);

    /** The longest time for which an attempt is put off. */
    static final Duration LONGEST_PUT_OFF = Duration.ofMinutes(1);

    private static final Duration SHORTEST_PUT_OFF = Duration.ofSeconds(2);

    /** What a call is taken to last that has not ended yet. */
    private static final Duration UNMEASURED = Duration.ofSeconds(5);

    /** How many calls an endpoint may have at once that is new, or slow. */
    static final int FEWEST = 2;

    /** How many calls an endpoint may have at once that has answered soon again and again. */
    static final int MOST = 64;

    /** After so long without a call that hung an endpoint may earn twice as many calls again. */
    static final Duration DOUBLING = Duration.ofMinutes(10);

    private Trust trustAfterLastCall = Trust.UNPROVEN;
    private int longCalls;
    private int hangingCalls;
    private int limit = FEWEST;
    private int mostAfterLastHang = MOST;
    private Instant lastHang = Instant.MIN;
    private Duration lasting = UNMEASURED;
    private Instant lastBack = Instant.MIN;

    Trust trust() {
        if (hangingCalls > 0) {
            return Trust.SLOW;
        }
        return longCalls > 0 && trustAfterLastCall == Trust.PROVEN
                ? Trust.WAVERING
                : trustAfterLastCall;
    }

    /** How many calls of one kind it may have at once. */
    int limit() {
        return limit;
    }

    /** A call that runs is long already. */
    void callBecameLong() {
        longCalls++;
        limit = FEWEST;
    }

    /** A call that is long hangs. */
    void callBeganToHang(Instant now) {
        hung(now);
        hangingCalls++;
        lasting = lasting.compareTo(UNMEASURED) > 0 ? lasting : UNMEASURED;
    }

    /** A call that was long is over, however it ended. */
    void longCallIsOver() {
        longCalls--;
    }

    /** A call that hung is over, however it ended. */
    void hangingCallIsOver() {
        hangingCalls--;
    }

    /**
     * A call has ended now.
     *
     * @param usesItsLimit whether the endpoint had as many calls as it may, so that it can use more
     */
    void callEnded(Duration duration, boolean succeeded, boolean usesItsLimit, Instant now) {
        boolean isLong = duration.compareTo(LONG) >= 0;
        boolean hung = duration.compareTo(HANGING) >= 0;
        lasting = duration;
        if (hung) {
            hung(now);
        }
        if (isLong) {
            trustAfterLastCall = hung ? Trust.SLOW : Trust.WAVERING;
            limit = FEWEST;
        } else if (!succeeded) {
            trustAfterLastCall = Trust.WAVERING;
            limit = Math.max(FEWEST, limit / 2);
        } else {
            trustAfterLastCall = Trust.PROVEN;
            // One more for each answer doubles the calls in the time that a call lasts.
            limit = usesItsLimit && longCalls == 0 ? Math.min(most(now), limit + 1) : limit;
        }
    }

    /** Calls that hang at the same time are one reason together to halve what may be earned. */
    private void hung(Instant now) {
        if (hangingCalls == 0) {
            mostAfterLastHang = Math.max(FEWEST, most(now) / 2);
        }
        lastHang = now;
    }

    /** How many calls it may earn by answers that come soon. */
    private int most(Instant now) {
        long doublings = Duration.between(lastHang, now).dividedBy(DOUBLING);
        int most = mostAfterLastHang;
        for (long i = 0; i < doublings && most < MOST; i++) {
            most = Math.min(MOST, most * 2);
        }
        return most;
    }

    /**
     * For how long to put off one more attempt. What is put off comes back one after another, as
     * fast as the endpoint can take it.
     */
    Duration putOff(Instant now) {
        Instant soonest =
                now.plus(lasting.compareTo(SHORTEST_PUT_OFF) > 0 ? lasting : SHORTEST_PUT_OFF);
        Instant inTurn = lastBack.isAfter(now) ? lastBack.plus(lasting.dividedBy(limit)) : soonest;
        Instant latest = now.plus(LONGEST_PUT_OFF);
        lastBack = inTurn.isBefore(soonest) ? soonest : inTurn;
        lastBack = lastBack.isAfter(latest) ? latest : lastBack;
        return Duration.between(now, lastBack);
    }
}
