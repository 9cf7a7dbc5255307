package no.altinn.platform.client;

import java.time.Duration;

/**
 * What a call to another part of the platform may cost at most. Immutable.
 *
 * @param connect until a connection stands
 * @param call for everything: all tries, pauses and the reading of the answer
 * @param pause before the second try; doubled before the third
 * @param maxBytes how long an answer's body may be after decompression
 */
public record HttpLimits(Duration connect, Duration call, Duration pause, int maxBytes) {
    /** 2 s to connect, 5 s in all, 100 ms before the second try, 1 MiB. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(
                    Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(100), 1 << 20);

    public HttpLimits {
        if (connect.isNegative() || connect.isZero() || call.isNegative() || call.isZero()) {
            throw new IllegalArgumentException("Timeouts must be positive");
        }
        if (pause.isNegative() || maxBytes < 1) {
            throw new IllegalArgumentException("The pause and the size must not be negative");
        }
    }
}
