package no.altinn.events.pull;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Locked;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How a lock ended. Each end is an attempt of the delivery, whose number says how many times the
 * event had been handed out.
 */
enum LockEnd {
    /** The receiver has taken the event. */
    ACKNOWLEDGED(""),
    /** The receiver gave the event back. */
    RELEASED("released by the receiver"),
    /** The receiver wants the event no more. */
    REJECTED("rejected by the receiver"),
    /** The receiver told nothing in time. */
    RAN_OUT("the lock ran out");

    private final String reason;

    LockEnd(String reason) {
        this.reason = reason;
    }

    /** The name that the log shows. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The attempt that tells of a lock's end. */
    Attempt attempt(Locked lock, Instant end) {
        Instant since = LockToken.since(lock);
        Duration time = since.isAfter(end) ? Duration.ZERO : Duration.between(since, end);
        return new Attempt(lock.attempt(), since, time, 0, reason);
    }

    /** How many locks ended so since the delivery's round began. */
    long countIn(Delivery delivery) {
        return delivery.attempts().stream()
                .skip(delivery.round().before())
                .filter(attempt -> attempt.status() == 0 && attempt.reason().equals(reason))
                .count();
    }
}
