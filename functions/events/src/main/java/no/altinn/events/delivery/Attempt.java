package no.altinn.events.delivery;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One try to hand an event to an endpoint.
 *
 * @param number 1 and up
 * @param at when it began
 * @param duration how long it took
 * @param status the HTTP status, 0 when no answer came
 * @param reason more about how it failed, at most 200 characters; may be empty
 * @param trigger why it was made
 * @param errorKind how it failed; empty when it succeeded, and in attempts of earlier releases
 * @param response the beginning of the answer; kept of the last three failures
 */
public record Attempt(
        int number,
        Instant at,
        Duration duration,
        int status,
        String reason,
        Trigger trigger,
        Optional<ErrorKind> errorKind,
        Optional<Excerpt> response) {

    /** How many failures of a delivery keep the beginning of their answers. */
    public static final int MOST_RESPONSES = 3;

    /** An attempt by the schedule of which nothing more is known. */
    public Attempt(int number, Instant at, Duration duration, int status, String reason) {
        this(
                number,
                at,
                duration,
                status,
                reason,
                Trigger.SCHEDULE,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the endpoint took the event: 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The same without the beginning of the answer. */
    public Attempt withoutResponse() {
        return new Attempt(
                number, at, duration, status, reason, trigger, errorKind, Optional.empty());
    }
}
