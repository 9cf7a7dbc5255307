package no.altinn.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock: as fast as the true time, and some time ahead of it. */
public final class SkewedClock extends Clock {
    private final World world;
    private final Duration ahead;

    /** A clock that is this much ahead of the true time. */
    public SkewedClock(World world, Duration ahead) {
        this.world = world;
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return world.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("Only in UTC");
    }
}
