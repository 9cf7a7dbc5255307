package no.altinn.local.host;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Throws an error whenever it is looked at, so that nothing with a time can be told. */
public final class BrokenClock extends Clock {
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        throw new OutOfMemoryError("for a test");
    }
}
