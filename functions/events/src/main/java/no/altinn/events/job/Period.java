package no.altinn.events.job;

import java.time.Instant;

/**
 * A time with a beginning and an end.
 *
 * @param from belongs to it
 * @param to later than the beginning; does not belong to it
 */
public record Period(Instant from, Instant to) {}
