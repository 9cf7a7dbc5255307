package no.altinn.local.host.http;

import java.time.Duration;

/** Limits that a test can wait for, one small at a time; the others are an hour. */
final class SmallLimits {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final HttpLimits.Pace NO_PACE = new HttpLimits.Pace(1, LONG, LONG, 1);
    private static final int ROOM = 64 * 1024 * 1024;

    private SmallLimits() {}

    /** 200 ms without a byte. */
    static HttpLimits idle() {
        return new HttpLimits(100, SHORT, LONG, NO_PACE, ROOM);
    }

    /** 200 ms for a request's head. */
    static HttpLimits head() {
        return new HttpLimits(100, LONG, SHORT, NO_PACE, ROOM);
    }

    /** 200 ms for a body or an answer of up to 1 MiB. */
    static HttpLimits pace() {
        HttpLimits.Pace pace =
                new HttpLimits.Pace(1024 * 1024, SHORT, SHORT.dividedBy(2), 1024 * 1024);
        return new HttpLimits(100, LONG, LONG, pace, ROOM);
    }

    /** So many connections. */
    static HttpLimits connections(int most) {
        return new HttpLimits(most, LONG, LONG, NO_PACE, ROOM);
    }

    /** So many bytes of bodies at once. */
    static HttpLimits bodyBytes(long most) {
        return new HttpLimits(100, LONG, LONG, NO_PACE, most);
    }
}
