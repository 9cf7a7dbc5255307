package no.altinn.events.webhook.places;

import java.time.Duration;

/** Kinds of calls of endpoints. Each kind has places of its own. */
public enum CallKind {
    /** A first attempt. The bus that starts it waits 30 s, of which six may pass in line. */
    FIRST(Duration.ofSeconds(20)),
    /** A later attempt. No bus waits for it. */
    LATER(Duration.ofSeconds(45)),
    /** A try whether an endpoint wants to be called. */
    VALIDATION(Duration.ofSeconds(20));

    private final Duration timeout;

    CallKind(Duration timeout) {
        this.timeout = timeout;
    }

    /** How long a call may take, from the look-up of the host to the answer's end. */
    public Duration timeout() {
        return timeout;
    }
}
