package no.altinn.events.job;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps jobs for 30 days. Every method throws {@link Unavailable} when the store cannot answer.
 * Implementations are thread-safe and pass {@code JobStoreContract}.
 */
public interface JobStore {
    /**
     * Adds a job, unless another is running that gets in its way: {@link JobKind#excludes}. Of jobs
     * that are added at once, one at most is. Durable when it returns.
     *
     * @return whether it was added
     */
    boolean add(Job job);

    /** The job with this key in its newest state. */
    Optional<Job> find(JobKey key);

    /**
     * The jobs of a subscription, the newest first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Job> ofSubscription(int subscriptionId, int limit);

    /**
     * Changes a job; durable when it returns.
     *
     * @param before as the caller found it; if the job has another version now, it stays as it is
     * @param after of a later version
     * @return whether the job was changed
     */
    boolean change(Job before, Job after);

    /**
     * Jobs whose step was due before the instant, the longest overdue first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Job> dueBefore(Instant instant, int limit);
}
