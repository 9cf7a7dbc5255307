package no.altinn.events.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to hand an event to an endpoint.
 *
 * @param number 1 and up
 * @param at when it began
 * @param duration how long it took
 * @param status the HTTP status, 0 when no answer came
 * @param reason why no answer came, at most 200 characters; empty when one came
 */
public record Attempt(int number, Instant at, Duration duration, int status, String reason) {}
