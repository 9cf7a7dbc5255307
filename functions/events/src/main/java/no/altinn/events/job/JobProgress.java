package no.altinn.events.job;

/**
 * How many deliveries or events a job has looked at, and what became of them.
 *
 * @param examined all of them
 * @param started those that were begun, or whose answers were erased
 * @param refused those that the policy does not permit
 * @param skipped the others
 */
public record JobProgress(long examined, long started, long refused, long skipped) {
    /** Nothing yet. */
    public static final JobProgress NONE = new JobProgress(0, 0, 0, 0);

    static final JobProgress STARTED = new JobProgress(1, 1, 0, 0);
    static final JobProgress REFUSED = new JobProgress(1, 0, 1, 0);
    static final JobProgress SKIPPED = new JobProgress(1, 0, 0, 1);

    /** Both together. */
    JobProgress and(JobProgress other) {
        return new JobProgress(
                examined + other.examined,
                started + other.started,
                refused + other.refused,
                skipped + other.skipped);
    }
}
