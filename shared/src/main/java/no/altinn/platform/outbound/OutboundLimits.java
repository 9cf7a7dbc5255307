package no.altinn.platform.outbound;

import java.time.Duration;

/**
 * What calls to services of others may cost at most. Immutable.
 *
 * @param connect until a connection stands
 * @param call for everything, the reading of the answer too
 * @param maxBytes how long an answer's body may be after decompression
 * @param atOnce how many calls are under way at once
 * @param atOnceOfOneHost how many of them go to one host and port, so that a slow one leaves places
 *     to others
 */
public record OutboundLimits(
        Duration connect, Duration call, int maxBytes, int atOnce, int atOnceOfOneHost) {
    public OutboundLimits {
        if (connect.isNegative() || connect.isZero() || call.isNegative() || call.isZero()) {
            throw new IllegalArgumentException("Timeouts must be positive");
        }
        if (maxBytes < 1 || atOnceOfOneHost < 1 || atOnce < atOnceOfOneHost) {
            throw new IllegalArgumentException("The bounds must be positive, one host's the least");
        }
    }
}
