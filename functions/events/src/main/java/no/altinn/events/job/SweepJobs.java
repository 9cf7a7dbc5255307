package no.altinn.events.job;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.platform.concurrent.InLanes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds jobs whose next step was due and not made: its message was lost, or a process died.
 * Thread-safe.
 */
public final class SweepJobs {
    private static final int AT_ONCE = 500;

    /** The other sweeps share the time of the function. */
    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final JobStore jobs;
    private final RetryQueue queue;
    private final InLanes lanes;
    private final Clock clock;

    /**
     * A sweep of the store's jobs.
     *
     * @param lanes each subscription, whose jobs lie together, is one
     */
    public SweepJobs(JobStore jobs, RetryQueue queue, InLanes lanes, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Schedules overdue steps: up to 500 in about a minute, the rest at the next sweep. A step that
     * cannot be scheduled holds up no other.
     *
     * @param before a step that has been due since before this counts as forgotten
     * @throws RuntimeException the first failure, after the others have been scheduled
     */
    public void sweep(Instant before) {
        Instant end = clock.instant().plus(MOST_TIME);
        lanes.each(
                        jobs.dueBefore(before, AT_ONCE),
                        job -> job.key().subscriptionId(),
                        () -> clock.instant().isBefore(end),
                        this::sweep)
                .orThrow();
    }

    /** The document goes first: a crash in between leaves the step to the next sweep. */
    private void sweep(Job job) {
        if (jobs.change(job, job.dueAt(clock.instant()))) {
            queue.schedule(
                    new Retry.OfJob(job.key().subscriptionId(), job.key().id()), Duration.ZERO);
        }
    }
}
