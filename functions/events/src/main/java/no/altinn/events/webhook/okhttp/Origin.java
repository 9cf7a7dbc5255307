package no.altinn.events.webhook.okhttp;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What is known of how one receiver treats idle connections. Instants are those of a clock that
 * only its differences tell anything of, in nanoseconds. Thread-safe.
 */
final class Origin {
    /** How long a receiver must hold an idle connection: twice as long as one may be idle. */
    static final Duration HOLD = KeptConnection.MOST_IDLE.multipliedBy(2);

    /** A trial at which nothing has looked by then is void. */
    static final Duration VOID = HOLD.multipliedBy(2);

    /** For how long what was found out is believed. */
    static final Duration BELIEF = Duration.ofMinutes(10);

    private enum Finding {
        NONE,
        HOLDS,
        HOLDS_NOT
    }

    /** A connection that was left idle. */
    private record Trial(BooleanSupplier isHeld, long since) {}

    private Finding finding = Finding.NONE;
    private long found;
    private long lastCall;
    // A receiver without calls is not called often.
    private boolean wasCalled;
    private boolean isTrying;
    // Null while no connection is left idle.
    private Trial trial;

    /** How the connection of a call is to be treated that begins now. */
    synchronized Manner next(long now) {
        boolean isBusy = wasCalled && now - lastCall < KeptConnection.MOST_IDLE.toNanos();
        lastCall = now;
        wasCalled = true;
        if (finding != Finding.NONE && now - found >= BELIEF.toNanos()) {
            finding = Finding.NONE;
        }
        judge(now);
        return switch (finding) {
            case HOLDS -> Manner.KEPT;
            case HOLDS_NOT -> Manner.ONCE;
            case NONE -> isBusy && tries() ? Manner.TRIAL : Manner.ONCE;
        };
    }

    private void judge(long now) {
        if (trial == null || now - trial.since < HOLD.toNanos()) {
            return;
        }
        if (now - trial.since < VOID.toNanos()) {
            find(trial.isHeld.getAsBoolean() ? Finding.HOLDS : Finding.HOLDS_NOT, now);
        }
        trial = null;
    }

    private boolean tries() {
        boolean isFirst = !isTrying && trial == null;
        isTrying |= isFirst;
        return isFirst;
    }

    /** The call that was to be tried has left a connection idle. */
    synchronized void leaves(BooleanSupplier isHeld, long now) {
        isTrying = false;
        trial = new Trial(isHeld, now);
    }

    /** The call that was to be tried has told nothing, so another is tried. */
    synchronized void triesAgain() {
        isTrying = false;
    }

    /** A connection cannot be used again, or broke when it was. */
    synchronized void holdsNot(long now) {
        isTrying = false;
        trial = null;
        find(Finding.HOLDS_NOT, now);
    }

    private void find(Finding what, long now) {
        finding = what;
        found = now;
    }
}
