package no.altinn.events.delivery;

import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One try to hand an event to its consumer: a call of an endpoint, or a lock under which the
 * consumer had the event. A lock has no HTTP status; one that was acknowledged has no reason, and
 * of every other the reason says how it ended.
 *
 * @param number 1 and up; of a lock, how many times the event had been handed out then
 * @param at when it began
 * @param duration how long it took
 * @param status the HTTP status, 0 when no answer came, and of a lock
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

    private static final int WELL = 200;
    private static final int NOT_WELL = 300;

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

    /** Whether the event was taken: the endpoint answered 2xx, or the consumer acknowledged it. */
    public boolean succeeded() {
        return status == 0
                ? reason.isEmpty() && errorKind.isEmpty()
                : status >= WELL && status < NOT_WELL;
    }

    /**
     * The place, 0 and up, of the attempt whose answer is one too many once this attempt is kept.
     * At least so many attempts are there: each attempt has one of each number before it.
     */
    public OptionalInt oneTooMany() {
        return number > MOST_RESPONSES
                ? OptionalInt.of(number - MOST_RESPONSES - 1)
                : OptionalInt.empty();
    }

    /** The same without the beginning of the answer. */
    public Attempt withoutResponse() {
        return new Attempt(
                number, at, duration, status, reason, trigger, errorKind, Optional.empty());
    }
}
