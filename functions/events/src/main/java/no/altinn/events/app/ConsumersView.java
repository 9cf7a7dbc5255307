package no.altinn.events.app;

import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.OwnDeliveries;
import no.altinn.events.delivery.RetryDelivery;
import no.altinn.events.delivery.TestDelivery;
import no.altinn.events.delivery.TestLimits;
import no.altinn.events.functions.DeliveryLogFunctions;
import no.altinn.events.functions.HealthFunctions;
import no.altinn.events.functions.JobAnswer;
import no.altinn.events.functions.JobFunctions;
import no.altinn.events.functions.JobTriggers;
import no.altinn.events.functions.PageAnswer;
import no.altinn.events.functions.PullFunctions;
import no.altinn.events.job.OwnJobs;
import no.altinn.events.job.RunJob;
import no.altinn.events.job.SweepJobs;
import no.altinn.events.job.Ways;
import no.altinn.events.pull.FreeLocks;
import no.altinn.events.pull.LongPoll;
import no.altinn.events.pull.Permits;
import no.altinn.events.pull.ReceiveEvents;
import no.altinn.events.pull.SettleLocks;
import no.altinn.events.pull.TakeEvents;
import no.altinn.events.pull.Withdrawals;
import no.altinn.events.statistics.SubscriptionHealth;
import no.altinn.events.statistics.SubscriptionStatistics;
import no.altinn.events.telemetry.JobSteps;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.MeteredLocks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The part of the composition root that is about what consumers see of their deliveries. */
record ConsumersView(SharedParts shared) {
    DeliveryLogFunctions lookingAtDeliveries() {
        Adapters adapters = shared.adapters();
        OwnDeliveries ownDeliveries = new OwnDeliveries(adapters.deliveries(), adapters.events());
        return new DeliveryLogFunctions(
                shared.http(),
                shared.own(),
                ownDeliveries,
                new RetryDelivery(
                        ownDeliveries,
                        adapters.deliveries(),
                        adapters.events(),
                        shared.admission(),
                        rounds(),
                        new DueNow(adapters.deliveries(), adapters.queue(), shared.clock()),
                        shared.clock()),
                shared.cursors(),
                new PageAnswer(shared.settings().base()),
                shared.clock());
    }

    JobFunctions jobs() {
        Adapters adapters = shared.adapters();
        return new JobFunctions(
                shared.http(),
                shared.own(),
                new OwnJobs(adapters.jobs(), adapters.queue(), UUID::randomUUID, shared.clock()),
                new JobAnswer(shared.address()),
                shared.clock());
    }

    JobTriggers jobTriggers(MalformedNotices notices) {
        Adapters adapters = shared.adapters();
        Clock clock = shared.clock();
        Ways ways =
                new Ways(
                        adapters.deliveries(),
                        adapters.events(),
                        shared.admission(),
                        rounds(),
                        clock);
        return new JobTriggers(
                new RunJob(
                        adapters.jobs(), adapters.subscriptions(), ways, adapters.queue(), clock),
                new JobSteps(shared.meter()),
                notices,
                new SweepJobs(adapters.jobs(), adapters.queue(), shared.lanes(), clock),
                clock);
    }

    HealthFunctions health() {
        Adapters adapters = shared.adapters();
        Clock clock = shared.clock();
        return new HealthFunctions(
                shared.http(),
                shared.own(),
                new SubscriptionHealth(
                        adapters.deliveries(),
                        new SubscriptionStatistics(adapters.statistics(), shared.counted(), clock),
                        clock),
                new TestDelivery(
                        shared.webhook(),
                        shared.endPointEvents(),
                        shared.signing().requests(),
                        new TestLimits(clock),
                        clock));
    }

    PullFunctions pulling() {
        Adapters adapters = shared.adapters();
        Clock clock = shared.clock();
        return new PullFunctions(
                shared.http(),
                shared.own(),
                new ReceiveEvents(
                        shared.index(),
                        new FreeLocks(
                                adapters.deliveries(),
                                shared.calls(),
                                new MeteredLocks(shared.meter()),
                                shared.log(),
                                clock),
                        new TakeEvents(
                                adapters.deliveries(),
                                adapters.events(),
                                new Permits(shared.pushPolicy()),
                                new Withdrawals(adapters.deliveries(), shared.log(), clock),
                                shared.calls(),
                                new SecureRandom(),
                                clock),
                        new LongPoll(ConsumersView::pause, clock)),
                new SettleLocks(adapters.deliveries(), shared.calls(), clock));
    }

    /** Lets the thread wait for a signal that never comes: it can be interrupted. */
    private static void pause(Duration time) throws InterruptedException {
        boolean isSignalled = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        if (isSignalled) {
            throw new IllegalStateException("Nothing gives this signal");
        }
    }

    private BeginRound rounds() {
        return new BeginRound(
                shared.adapters().deliveries(), shared.adapters().queue(), shared.clock());
    }
}
