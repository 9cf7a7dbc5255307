package no.altinn.events.delivery;

import no.altinn.events.webhook.CallBounds;
import no.altinn.events.webhook.InFlight;

import java.time.Duration;

/**
 * The bounds of attempts of one kind.
 *
 * @param call those of the call itself
 */
record AttemptBounds(CallBounds call) {
    /** How long an attempt may take besides its call: to claim it, and to keep its outcome. */
    private static final Duration AROUND = Duration.ofSeconds(15);

    /** The bus that starts first attempts waits 30 s for each. */
    static AttemptBounds first() {
        return new AttemptBounds(new CallBounds(Duration.ofSeconds(20), new InFlight(64)));
    }

    /** Later attempts are for endpoints that have failed before, so few of them run at once. */
    static AttemptBounds later() {
        return new AttemptBounds(new CallBounds(Duration.ofSeconds(45), new InFlight(8)));
    }

    /** From the look-up of the host to the answer's end. */
    Duration timeout() {
        return call.timeout();
    }

    /** For how long an attempt is claimed by the process that makes it. */
    Duration claim() {
        return timeout().plus(AROUND);
    }
}
