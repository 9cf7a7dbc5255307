package no.altinn.events.webhook;

import java.time.Duration;

/**
 * How long calls of one kind may take, and how many run at once.
 *
 * @param timeout from the look-up of the host to the answer's end
 * @param places how many calls may run at once for one consumer in this process
 */
public record CallBounds(Duration timeout, InFlight places) {}
