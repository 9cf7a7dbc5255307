package no.altinn.events.delivery;

import java.time.Duration;

/**
 * What one attempt may take.
 *
 * @param timeout from the look-up of the host to the answer's end
 * @param perSubscription how many attempts for one subscription may run at once in a process
 */
public record AttemptBounds(Duration timeout, int perSubscription) {
    /** The bus that starts first attempts waits 30 s for each. */
    public static final AttemptBounds FIRST = new AttemptBounds(Duration.ofSeconds(20), 64);

    /** Later attempts are for endpoints that have failed before, so few of them run at once. */
    public static final AttemptBounds LATER = new AttemptBounds(Duration.ofSeconds(45), 8);
}
