package no.altinn.events.delivery;

import java.time.Duration;

/** A test event is not posted now. The caller reads the message. */
public final class TestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it is not posted. */
    public enum Reason {
        /** The subscription's endpoint does not want to be called. */
        STOPPED,
        /** The consumer has asked for too many tests of this subscription. */
        TOO_OFTEN,
        /** Too many endpoints are being tested. */
        BUSY
    }

    private final Reason reason;
    private final Duration wait;

    private TestRefused(Reason reason, String message, Duration wait) {
        super(message);
        this.reason = reason;
        this.wait = wait;
    }

    static TestRefused stopped() {
        return new TestRefused(Reason.STOPPED, "The subscription is stopped.", Duration.ZERO);
    }

    static TestRefused tooOften(int most, Duration wait) {
        return new TestRefused(
                Reason.TOO_OFTEN,
                "A subscription is tested at most %d times a minute.".formatted(most),
                wait);
    }

    static TestRefused busy(Duration wait) {
        return new TestRefused(
                Reason.BUSY, "Too many endpoints are being tested; please try again.", wait);
    }

    public Reason reason() {
        return reason;
    }

    /** When the caller may try again; zero if waiting does not help. */
    public Duration waitFor() {
        return wait;
    }
}
