package no.altinn.platform.client;

import java.time.Duration;

/**
 * What a call to another part of the platform may cost at most. Immutable.
 *
 * @param connect until a connection stands
 * @param call for everything: all tries, pauses and the reading of the answer
 * @param pause before the second try; before each further one it is longer by as much again
 * @param maxBytes how long an answer's body may be after decompression
 * @param tries how often a call is sent at most, 1 and up
 */
public record HttpLimits(Duration connect, Duration call, Duration pause, int maxBytes, int tries) {
    private static final int TRIES = 3;

    /** 2 s to connect, 5 s in all, 100 ms before the second try, 1 MiB. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(
                    Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(100), 1 << 20);

    /**
     * For what an app cannot do without, from a service that may have to start first: 20 s in all,
     * and up to eight tries, 14 s apart together.
     */
    public static final HttpLimits FIRST_READ =
            new HttpLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(500),
                    1 << 20,
                    8);

    /** With three tries. */
    public HttpLimits(Duration connect, Duration call, Duration pause, int maxBytes) {
        this(connect, call, pause, maxBytes, TRIES);
    }

    public HttpLimits {
        if (connect.isNegative() || connect.isZero() || call.isNegative() || call.isZero()) {
            throw new IllegalArgumentException("Timeouts must be positive");
        }
        if (pause.isNegative() || maxBytes < 1) {
            throw new IllegalArgumentException("The pause and the size must not be negative");
        }
        if (tries < 1) {
            throw new IllegalArgumentException("A call is tried at least once");
        }
    }

    /** The same, but with so much time for everything. */
    public HttpLimits within(Duration other) {
        return new HttpLimits(connect, other, pause, maxBytes, tries);
    }
}
