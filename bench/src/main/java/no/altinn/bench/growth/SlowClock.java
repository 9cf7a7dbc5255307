package no.altinn.bench.growth;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that goes on by a microsecond each time it is read. Nothing gets old, so that no turn
 * pays for what another began; and no two moments are the same. Thread-safe.
 */
final class SlowClock extends Clock {
    private static final long NANOS = 1_000;

    private final Instant start;
    private final AtomicLong reads = new AtomicLong();

    SlowClock(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(reads.incrementAndGet() * NANOS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing here asks for another zone");
    }
}
