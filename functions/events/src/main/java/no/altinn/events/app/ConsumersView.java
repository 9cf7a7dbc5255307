package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.OwnDeliveries;
import no.altinn.events.delivery.PushPolicy;
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
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.pull.FreeLocks;
import no.altinn.events.pull.LongPoll;
import no.altinn.events.pull.Permits;
import no.altinn.events.pull.ReceiveEvents;
import no.altinn.events.pull.SettleLocks;
import no.altinn.events.pull.TakeEvents;
import no.altinn.events.pull.Withdrawals;
import no.altinn.events.query.SealedCursors;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.statistics.SubscriptionHealth;
import no.altinn.events.statistics.SubscriptionStatistics;
import no.altinn.events.subscription.EndPointEvents;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.SubscriptionAddress;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.telemetry.JobSteps;
import no.altinn.events.telemetry.MalformedNotices;
import no.altinn.events.telemetry.MeteredLocks;
import no.altinn.events.webhook.Webhook;
import no.altinn.platform.app.Http;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The part of the composition root that is about what consumers see of their deliveries. */
record ConsumersView(
        Http http,
        URI base,
        OwnSubscriptions own,
        Adapters adapters,
        SubscriptionIndex index,
        Admission admission,
        PushPolicy pushPolicy,
        Webhook webhook,
        EndPointEvents events,
        EndPointRequests requests,
        SealedCursors cursors,
        CountedAttempts counted,
        BestEffortLog log,
        SideBySide calls,
        InLanes lanes,
        Meter meter,
        Clock clock) {

    DeliveryLogFunctions lookingAtDeliveries() {
        OwnDeliveries ownDeliveries = new OwnDeliveries(adapters.deliveries(), adapters.events());
        return new DeliveryLogFunctions(
                http,
                own,
                ownDeliveries,
                new RetryDelivery(
                        ownDeliveries,
                        adapters.deliveries(),
                        adapters.events(),
                        admission,
                        rounds(),
                        new DueNow(adapters.deliveries(), adapters.queue(), clock),
                        clock),
                cursors,
                new PageAnswer(base),
                clock);
    }

    JobFunctions jobs() {
        return new JobFunctions(
                http,
                own,
                new OwnJobs(adapters.jobs(), adapters.queue(), UUID::randomUUID, clock),
                new JobAnswer(new SubscriptionAddress(base)),
                clock);
    }

    JobTriggers jobTriggers(MalformedNotices notices) {
        Ways ways = new Ways(adapters.deliveries(), adapters.events(), admission, rounds(), clock);
        return new JobTriggers(
                new RunJob(
                        adapters.jobs(), adapters.subscriptions(), ways, adapters.queue(), clock),
                new JobSteps(meter),
                notices,
                new SweepJobs(adapters.jobs(), adapters.queue(), lanes, clock),
                clock);
    }

    HealthFunctions health() {
        return new HealthFunctions(
                http,
                own,
                new SubscriptionHealth(
                        adapters.deliveries(),
                        new SubscriptionStatistics(adapters.statistics(), counted, clock),
                        clock),
                new TestDelivery(webhook, events, requests, new TestLimits(clock), clock));
    }

    PullFunctions pulling() {
        SecureRandom random = new SecureRandom();
        return new PullFunctions(
                http,
                own,
                new ReceiveEvents(
                        index,
                        new FreeLocks(
                                adapters.deliveries(), calls, new MeteredLocks(meter), log, clock),
                        new TakeEvents(
                                adapters.deliveries(),
                                adapters.events(),
                                new Permits(pushPolicy),
                                new Withdrawals(adapters.deliveries(), log, clock),
                                calls,
                                random,
                                clock),
                        new LongPoll(ConsumersView::pause, clock)),
                new SettleLocks(adapters.deliveries(), calls, clock));
    }

    /** Lets the thread wait for a signal that never comes: it can be interrupted. */
    private static void pause(Duration time) throws InterruptedException {
        boolean isSignalled = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        if (isSignalled) {
            throw new IllegalStateException("Nothing gives this signal");
        }
    }

    private BeginRound rounds() {
        return new BeginRound(adapters.deliveries(), adapters.queue(), clock);
    }
}
