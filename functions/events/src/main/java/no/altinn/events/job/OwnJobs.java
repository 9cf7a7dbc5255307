package no.altinn.events.job;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Lets consumers begin, see and cancel the jobs of their subscriptions. Thread-safe. */
public final class OwnJobs {
    private static final Logger LOG = LoggerFactory.getLogger(OwnJobs.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    /** How many jobs are listed. */
    private static final int LISTED = 20;

    /** How often a job is cancelled anew that goes on meanwhile. */
    private static final int TRIES = 20;

    private final JobStore jobs;
    private final RetryQueue queue;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public OwnJobs(JobStore jobs, RetryQueue queue, Supplier<UUID> ids, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a job that delivers events.
     *
     * @throws NotServed if the subscription gets no events
     * @throws AnotherJobRuns if such a job is running
     */
    public Job deliver(Subscription subscription, JobTask task) {
        NotServed.unless(subscription);
        return begin(subscription, task);
    }

    /**
     * Begins to erase the beginnings of answers.
     *
     * @throws AnotherJobRuns if that is being done already
     */
    public Job redact(Subscription subscription) {
        return begin(subscription, new JobTask.Redact());
    }

    private Job begin(Subscription subscription, JobTask task) {
        JobKey key = new JobKey(subscription.id(), ids.get().toString());
        Job job = Job.begun(key, task, clock.instant());
        if (!jobs.add(job)) {
            throw new AnotherJobRuns();
        }
        try {
            queue.schedule(new Retry.OfJob(key.subscriptionId(), key.id()), Duration.ZERO);
        } catch (RuntimeException e) {
            // The job is stored, so the sweep finds it.
            LOG.warn("job late subscription={} job={}", key.subscriptionId(), key.id(), e);
        }
        return job;
    }

    /** The newest jobs of a subscription, 20 at most, the newest first. */
    public List<Job> of(Subscription subscription) {
        return jobs.ofSubscription(subscription.id(), LISTED);
    }

    /**
     * One job of a subscription.
     *
     * @throws UnknownJob if the subscription has none with this id
     */
    public Job find(Subscription subscription, String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .flatMap(text -> jobs.find(new JobKey(subscription.id(), text)))
                .orElseThrow(UnknownJob::new);
    }

    /**
     * Cancels a job. What it has begun goes on. A job that has ended stays as it is.
     *
     * @return the job as it is now
     * @throws UnknownJob if the subscription has none with this id
     */
    public Job cancel(Subscription subscription, String id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Job found = find(subscription, id);
            if (!found.isRunning()) {
                return found;
            }
            Job cancelled = found.ended(JobStatus.CANCELLED, clock.instant());
            if (jobs.change(found, cancelled)) {
                return cancelled;
            }
        }
        throw new Unavailable("Others change job " + id);
    }
}
