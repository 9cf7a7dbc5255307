package no.altinn.events.delivery;

/** A delivery cannot begin again as it stands. The caller reads the message. */
public final class NotRetried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotRetried(String message) {
        super(message);
    }

    static NotRetried waiting() {
        return new NotRetried("The delivery is waiting for its attempt already.");
    }

    static NotRetried tooOften() {
        return new NotRetried("The delivery has been retried ten times.");
    }
}
