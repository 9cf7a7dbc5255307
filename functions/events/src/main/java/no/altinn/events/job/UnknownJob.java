package no.altinn.events.job;

/** The subscription has no job with the id. The caller reads the message. */
public final class UnknownJob extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownJob() {
        super("The subscription has no job with this id.");
    }
}
