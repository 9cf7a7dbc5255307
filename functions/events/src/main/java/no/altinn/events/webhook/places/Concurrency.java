package no.altinn.events.webhook.places;

/**
 * How many invocations of a function that calls endpoints the host runs at once in one process.
 *
 * @param firstAttempts of the function that the bus fires
 * @param others of each function that a queue fires
 */
public record Concurrency(int firstAttempts, int others) {
    /**
     * The Functions host's, by {@code host.json}: Event Grid's calls are HTTP requests, and a queue
     * brings a batch more while the last half batch is still handled.
     */
    public static final Concurrency FUNCTIONS_HOST = new Concurrency(100, 24);

    int of(CallKind kind) {
        return kind == CallKind.FIRST ? firstAttempts : others;
    }
}
