package no.altinn.events.job;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the steps of jobs. The job is written down after each stretch of a step, and a message for
 * the next step is sent at the end. Of two steps that are made at once, the one that writes second
 * ends without a message. Thread-safe.
 */
public final class RunJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    /** A step that has looked at so many deliveries or events begins no other stretch. */
    private static final int MOST_OF_A_STEP = 500;

    /** Neither does one that has taken so long. */
    private static final Duration MOST_TIME = Duration.ofSeconds(60);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** A job that fails so many times in a row, in more than half an hour, is given up. */
    private static final int MOST_FAILURES = 12;

    private final JobStore jobs;
    private final SubscriptionStore subscriptions;
    private final Ways ways;
    private final RetryQueue queue;
    private final Clock clock;

    public RunJob(
            JobStore jobs,
            SubscriptionStore subscriptions,
            Ways ways,
            RetryQueue queue,
            Clock clock) {
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.ways = ways;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Makes the next step of a job, if it is running.
     *
     * @return what kind of job has gone on; empty if there was nothing to do
     */
    public Optional<JobKind> step(JobKey key) {
        Optional<Job> running = jobs.find(key).filter(Job::isRunning);
        running.ifPresent(this::step);
        return running.map(job -> job.task().kind());
    }

    private void step(Job job) {
        subscriptions
                .find(job.key().subscriptionId())
                .filter(one -> job.task().kind() == JobKind.REDACT || isServed(one))
                .ifPresentOrElse(
                        one -> new Step(job, one).make(),
                        () -> jobs.change(job, job.ended(JobStatus.FAILED, clock.instant())));
    }

    /** What begins while a subscription is paused is held. */
    private static boolean isServed(Subscription subscription) {
        return subscription.isValidated()
                && !(subscription.serving().standing() instanceof Standing.Stopped);
    }

    /** One step of a job. Not thread-safe. */
    private final class Step {
        private final Subscription subscription;
        private final Way way;
        private final Pace pace = new Pace(clock);
        private final Instant end = clock.instant().plus(MOST_TIME);
        private final long last;
        private Job job;

        Step(Job job, Subscription subscription) {
            this.job = job;
            this.subscription = subscription;
            this.way = ways.of(job.task());
            this.last = job.progress().examined() + MOST_OF_A_STEP;
        }

        void make() {
            boolean goesOn = true;
            while (goesOn) {
                try {
                    goesOn = goesOn(way.next(job, subscription, pace));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "job step failed subscription={} job={}",
                            job.key().subscriptionId(),
                            job.key().id(),
                            e);
                    fail(JobProgress.NONE, job.cursor());
                    return;
                }
            }
        }

        /** Whether another stretch belongs to this step. */
        private boolean goesOn(Stretch stretch) {
            return switch (stretch.next()) {
                case GO_ON -> advance(stretch);
                case TRY_AGAIN -> {
                    fail(stretch.progress(), stretch.cursor());
                    yield false;
                }
                case END -> {
                    Instant now = clock.instant();
                    write(
                            job.advanced(stretch.progress(), stretch.cursor(), now)
                                    .ended(JobStatus.COMPLETED, now),
                            stretch.progress());
                    yield false;
                }
            };
        }

        private boolean advance(Stretch stretch) {
            Instant now = clock.instant();
            Job advanced = job.advanced(stretch.progress(), stretch.cursor(), now);
            boolean isOver =
                    stretch.notBefore().isPresent()
                            || advanced.progress().examined() >= last
                            || !now.isBefore(end);
            if (!isOver) {
                return write(advanced, stretch.progress());
            }
            Instant next = pace.free();
            next = stretch.notBefore().filter(next::isBefore).orElse(next);
            schedule(advanced.dueAt(next), stretch.progress());
            return false;
        }

        private void fail(JobProgress progress, String cursor) {
            Instant now = clock.instant();
            Job reached =
                    progress.equals(JobProgress.NONE) ? job : job.advanced(progress, cursor, now);
            if (reached.failures() == MOST_FAILURES) {
                write(reached.ended(JobStatus.FAILED, now), progress);
            } else {
                schedule(reached.failedUntil(now.plus(waitAfter(reached.failures()))), progress);
            }
        }

        /** The document goes first: a crash in between leaves the step to the sweep. */
        private void schedule(Job next, JobProgress progress) {
            if (write(next, progress)) {
                queue.schedule(
                        new Retry.OfJob(next.key().subscriptionId(), next.key().id()),
                        RetryQueue.delayUntil(next.due().orElseThrow(), clock.instant()));
            }
        }

        private boolean write(Job next, JobProgress progress) {
            if (jobs.change(job, next)) {
                job = next;
                return true;
            }
            // What this stretch has begun goes on though the job was cancelled meanwhile.
            jobs.find(job.key())
                    .filter(stored -> stored.status() == JobStatus.CANCELLED)
                    .filter(stored -> stored.cursor().equals(job.cursor()))
                    .ifPresent(stored -> jobs.change(stored, stored.counting(progress)));
            return false;
        }
    }

    private static Duration waitAfter(int failures) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << failures);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
