package no.altinn.local;

import no.altinn.events.delivery.SweepForgotten;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.PumpThread;
import no.altinn.local.store.Retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Does what the services in Azure do by themselves. At the start, it hands over again the work that
 * was in memory when the process last ended. Every day, or ten times within a shorter retention, it
 * removes data that is older than the retention. It runs on its own thread, so that a long backlog
 * delays no start.
 */
final class Upkeep implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);
    private static final int MOST_SWEEPS = 300;
    private static final Duration BETWEEN_REMOVALS = Duration.ofMillis(100);

    private final Backend backend;
    private final SweepForgotten sweep;
    private final Instant started;
    private final Retention retention;
    private final Clock clock;
    private final PumpThread thread;

    /**
     * Starts.
     *
     * @param started what was due before this time is scheduled again
     * @param retention how long data is kept
     * @param health is told what becomes of each turn
     */
    Upkeep(
            Backend backend,
            SweepForgotten sweep,
            Instant started,
            Retention retention,
            Clock clock,
            LoopHealth health) {
        this.backend = backend;
        this.sweep = sweep;
        this.started = started;
        this.retention = retention;
        this.clock = clock;
        this.thread = PumpThread.start("upkeep", GRACE, this::turn, health);
    }

    private void turn(PumpThread self) throws InterruptedException {
        // One sweep takes a bounded number, and the sweep of every minute leaves these for longer.
        try {
            sweepWhatIsLeft(self);
        } finally {
            removeWhatIsOld(self);
        }
        self.pause(retention.between());
    }

    /**
     * With pauses: removing at full speed would slow every caller, and swell the database's log.
     */
    private void removeWhatIsOld(PumpThread self) throws InterruptedException {
        Instant border = clock.instant().minus(retention.longest());
        while (backend.removeSomeOlderThan(border) > 0 && !self.isStopping()) {
            self.pause(BETWEEN_REMOVALS);
        }
    }

    /** Bounded, because a clock that was set back would leave the same work again and again. */
    private void sweepWhatIsLeft(PumpThread self) throws InterruptedException {
        for (int sweeps = 0; isLeft() && sweeps < MOST_SWEEPS && !self.isStopping(); sweeps++) {
            sweep.sweep(started);
            if (isLeft()) {
                self.pause(BETWEEN_SWEEPS);
            }
        }
    }

    private boolean isLeft() {
        return !backend.deliveries().dueBefore(started, 1).isEmpty()
                || !backend.subscriptions().validationDueBefore(started, 1).isEmpty();
    }

    @Override
    public void close() {
        thread.close();
    }
}
