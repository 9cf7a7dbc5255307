package no.altinn.events.azure.cosmos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that a test can put forward. Thread-safe. */
public final class OffsetClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** A clock that is right. */
    public OffsetClock() {
        this(Clock.systemUTC());
    }

    /** A clock that goes with another one. */
    OffsetClock(Clock base) {
        this.base = base;
    }

    /** Puts it forward by this much, or back. */
    public void advance(Duration duration) {
        offset.updateAndGet(old -> old.plus(duration));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Rules know UTC only.");
    }
}
