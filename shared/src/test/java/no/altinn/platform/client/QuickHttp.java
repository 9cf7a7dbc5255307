package no.altinn.platform.client;

import java.time.Duration;

/** Makes clients that do not pause between tries. */
public final class QuickHttp {
    private QuickHttp() {}

    public static PlatformHttp create() {
        return new PlatformHttp(
                new HttpLimits(
                        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO, 1 << 20));
    }
}
