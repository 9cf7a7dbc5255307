package no.altinn.events.job;

/**
 * A job cannot begin before another of its subscription has ended. The caller reads the message.
 */
public final class AnotherJobRuns extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnotherJobRuns() {
        super("Another job is running.");
    }
}
