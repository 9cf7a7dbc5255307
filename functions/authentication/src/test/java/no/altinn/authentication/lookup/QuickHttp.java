package no.altinn.authentication.lookup;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;

import java.time.Duration;

/** Makes clients that do not pause between tries. */
final class QuickHttp {
    private QuickHttp() {}

    static PlatformHttp create() {
        return new PlatformHttp(
                new HttpLimits(
                        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO, 1 << 20));
    }
}
