package no.altinn.local.host.http;

import java.time.Duration;

/**
 * What clients of the host's front may hold, and for how long. Immutable.
 *
 * @param connections the most connections at once; more are answered with 503 and closed
 * @param idle how long a connection may go without a byte while the host waits for the client
 * @param head how long the head of a request may take from its first byte on
 * @param pace how fast bodies must come, and answers be taken
 * @param bodyBytes the most bytes of bodies that are held at once, over all requests
 */
record HttpLimits(int connections, Duration idle, Duration head, Pace pace, long bodyBytes) {
    private static final int MEBIBYTE = 1024 * 1024;

    /**
     * How fast bytes must pass.
     *
     * @param smallBytes a body or answer that is not larger has {@code smallTime}, whatever its
     *     pace
     * @param window beyond that, bytes are counted in windows of this length
     * @param bytesPerSecond the least mean rate in each window
     */
    record Pace(long smallBytes, Duration smallTime, Duration window, long bytesPerSecond) {
        long windowBytes() {
            return bytesPerSecond * window.toMillis() / 1000;
        }
    }

    /**
     * 1 000 connections; 30 s without a byte; 20 s for a head; 60 s for a body or an answer of up
     * to 1 MiB, and beyond that 32 KiB/s in each 30 s; 64 MiB of bodies.
     */
    static HttpLimits standard() {
        return new HttpLimits(
                1000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                new Pace(MEBIBYTE, Duration.ofSeconds(60), Duration.ofSeconds(30), 32 * 1024),
                64L * MEBIBYTE);
    }
}
