package no.altinn.events.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Work on many deliveries of one subscription. Immutable.
 *
 * @param cursor how far it has come, as its kind writes it; empty at its beginning
 * @param updated when it has last gone on
 * @param due when its next step is to be made; empty when it has ended
 * @param failures how many steps have failed since the last that did not
 * @param version grows by one with each change, so that of two changes one is refused
 */
public record Job(
        JobKey key,
        JobTask task,
        JobStatus status,
        JobProgress progress,
        String cursor,
        Instant created,
        Instant updated,
        Optional<Instant> due,
        int failures,
        int version) {

    /** A job that begins now. */
    public static Job begun(JobKey key, JobTask task, Instant now) {
        return new Job(
                key,
                task,
                JobStatus.RUNNING,
                JobProgress.NONE,
                "",
                now,
                now,
                Optional.of(now),
                0,
                0);
    }

    public boolean isRunning() {
        return status == JobStatus.RUNNING;
    }

    /** The same with more done. */
    Job advanced(JobProgress more, String to, Instant now) {
        return new Job(
                key, task, status, progress.and(more), to, created, now, due, 0, version + 1);
    }

    /** The same with more done by a step that was under way when the job ended. */
    Job counting(JobProgress more) {
        return new Job(
                key,
                task,
                status,
                progress.and(more),
                cursor,
                created,
                updated,
                due,
                failures,
                version + 1);
    }

    /** The same with its next step due at an instant. */
    Job dueAt(Instant at) {
        return new Job(
                key,
                task,
                status,
                progress,
                cursor,
                created,
                updated,
                Optional.of(at),
                failures,
                version + 1);
    }

    /** The same after a step that failed, with the next due at an instant. */
    Job failedUntil(Instant at) {
        return new Job(
                key,
                task,
                status,
                progress,
                cursor,
                created,
                updated,
                Optional.of(at),
                failures + 1,
                version + 1);
    }

    /** The same at its end. */
    Job ended(JobStatus end, Instant now) {
        return new Job(
                key,
                task,
                end,
                progress,
                cursor,
                created,
                now,
                Optional.empty(),
                failures,
                version + 1);
    }
}
