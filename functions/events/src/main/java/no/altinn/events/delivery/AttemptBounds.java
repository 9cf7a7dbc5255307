package no.altinn.events.delivery;

import no.altinn.events.webhook.InFlight;

import java.time.Duration;

/**
 * What attempts of one kind may take.
 *
 * @param timeout from the look-up of the host to the answer's end
 * @param places how many may run at once for one consumer in a process
 */
record AttemptBounds(Duration timeout, InFlight places) {
    /** What an attempt may take besides the call itself: before it, the claim, and what is kept. */
    private static final Duration AROUND = Duration.ofSeconds(15);

    /** The bus that starts first attempts waits 30 s for each. */
    static AttemptBounds first() {
        return new AttemptBounds(Duration.ofSeconds(20), new InFlight(64));
    }

    /** Later attempts are for endpoints that have failed before, so few of them run at once. */
    static AttemptBounds later() {
        return new AttemptBounds(Duration.ofSeconds(45), new InFlight(8));
    }

    /** For how long an attempt is its maker's alone. */
    Duration claim() {
        return timeout.plus(AROUND);
    }
}
