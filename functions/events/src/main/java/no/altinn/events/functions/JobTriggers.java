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

import java.time.Clock;
import java.time.Duration;

/** The triggers that carry the jobs of consumers on. */
public final class JobTriggers {
    /** For how long a step must have been due to count as forgotten: the longest, twice over. */
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final RunJob jobs;
    private final JobSteps steps;
    private final SweepJobs sweep;
    private final Clock clock;

    public JobTriggers(RunJob jobs, JobSteps steps, SweepJobs sweep, Clock clock) {
        this.jobs = jobs;
        this.steps = steps;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Makes the next step of a job. */
    @FunctionName("RunJob")
    public void runJob(
            @QueueTrigger(name = "message", queueName = "jobs", connection = "Queues")
                    String message) {
        Retry.OfJob next = RetryMessage.read(message, Retry.OfJob.class);
        jobs.step(new JobKey(next.subscriptionId(), next.jobId())).ifPresent(steps::made);
    }

    /** Schedules again the steps whose messages were lost. */
    @FunctionName("SweepJobs")
    public void sweepJobs(@TimerTrigger(name = "timer", schedule = "30 * * * * *") String timer) {
        sweep.sweep(clock.instant().minus(OVERDUE));
    }
}
