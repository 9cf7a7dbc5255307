package no.altinn.events.functions;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.RunJob;
import no.altinn.events.job.SweepJobs;
import no.altinn.events.telemetry.JobSteps;
import no.altinn.events.telemetry.MalformedNotices;

import java.time.Clock;
import java.time.Duration;

/** The triggers that carry the jobs of consumers on. */
public final class JobTriggers {
    /** For how long a step must have been due to count as forgotten: the longest, twice over. */
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final RunJob jobs;
    private final JobSteps steps;
    private final MalformedNotices notices;
    private final SweepJobs sweep;
    private final Clock clock;

    public JobTriggers(
            RunJob jobs, JobSteps steps, MalformedNotices notices, SweepJobs sweep, Clock clock) {
        this.jobs = jobs;
        this.steps = steps;
        this.notices = notices;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Makes the next step of a job. A message that cannot be read is dropped. */
    @FunctionName("RunJob")
    public void runJob(
            @QueueTrigger(name = "message", queueName = "jobs", connection = "Queues")
                    String message) {
        notices.read("RunJob", () -> RetryMessage.read(message, Retry.OfJob.class))
                .map(next -> new JobKey(next.subscriptionId(), next.jobId()))
                .flatMap(jobs::step)
                .ifPresent(steps::made);
    }

    /** Schedules again the steps whose messages were lost. */
    @FunctionName("SweepJobs")
    public void sweepJobs(@TimerTrigger(name = "timer", schedule = "30 * * * * *") String timer) {
        sweep.sweep(clock.instant().minus(OVERDUE));
    }
}
