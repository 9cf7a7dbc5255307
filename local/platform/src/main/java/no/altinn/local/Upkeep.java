package no.altinn.local;

import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.PumpThread;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the services in Azure do by themselves: hands over again what was in memory when the process
 * last ended, and removes every day what has been kept long enough. It runs beside everything else,
 * so that a long backlog delays no start.
 */
final class Upkeep implements AutoCloseable {
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Backend backend;
    private final Instant started;
    private final Clock clock;
    private final PumpThread thread;
    // Read and written by the thread alone; a turn that fails is taken again.
    private boolean swept;

    /**
     * Starts.
     *
     * @param started what was due before this is due again, all of it
     */
    Upkeep(Backend backend, Instant started, Clock clock) {
        this.backend = backend;
        this.started = started;
        this.clock = clock;
        this.thread = PumpThread.start("upkeep", GRACE, this::turn);
    }

    private void turn(PumpThread self) throws InterruptedException {
        if (!swept) {
            new SweepDeliveries(backend.deliveries(), backend.retries(), clock).sweep(started);
            swept = true;
        }
        backend.removeOlderThan(clock.instant().minus(RETENTION));
        self.pause(DAILY);
    }

    @Override
    public void close() {
        thread.close();
    }
}
