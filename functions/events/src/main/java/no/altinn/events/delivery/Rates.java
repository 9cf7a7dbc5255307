package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;
import java.time.Instant;

/**
 * Gives out the turns of lines, each to one process only. Implementations are thread-safe and pass
 * {@code RatesContract}.
 */
@FunctionalInterface
public interface Rates {
    /**
     * Reserves turns that follow each other. A turn that was reserved in vain is lost.
     *
     * @param earliest the first turn is not before this
     * @param each how far the turns are apart, 1 ms to 1 min
     * @param count how many, 1 to 10 000
     * @return the first turn: behind all that were reserved before; durable when it returns
     * @throws Unavailable if the store cannot answer
     */
    Instant reserve(RateLine line, Instant earliest, Duration each, int count);
}
