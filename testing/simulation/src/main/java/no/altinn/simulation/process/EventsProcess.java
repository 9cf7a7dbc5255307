package no.altinn.simulation.process;

import no.altinn.events.delivery.Admission;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.NotPushed;
import no.altinn.events.delivery.OwnDeliveries;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.delivery.Recipients;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryDelivery;
import no.altinn.events.delivery.StartDeliveries;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.delivery.SweepForgotten;
import no.altinn.events.delivery.SweepProbes;
import no.altinn.events.event.Event;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.OwnJobs;
import no.altinn.events.job.RunJob;
import no.altinn.events.job.SweepJobs;
import no.altinn.events.job.Ways;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.publish.PublishEvent;
import no.altinn.events.publish.PublishPolicy;
import no.altinn.events.query.ReadEvents;
import no.altinn.events.query.ReadPolicy;
import no.altinn.events.query.ResourceReadPolicy;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SweepValidations;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.pdp.PolicyDecisionPoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The use cases of the Events app in one process, put together as the app's composition root does
 * it, with everything done by one thread. Not thread-safe.
 */
public final class EventsProcess {
    private static final Duration OVERDUE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 32;
    private static final int IN_LANE = 8;
    private static final int CALLS_AT_ONCE = 16;

    private final Machine machine;
    private final PublishEvent publish;
    private final ReadEvents read;
    private final ReadPolicy readPolicy;
    private final RelayEvents relay;
    private final SweepForgotten sweep;
    private final RunJob runJob;
    private final SweepJobs sweepJobs;
    private final OwnJobs jobs;
    private final RetryDelivery retryDelivery;
    private final Serving serving;
    private final Pulling pulling;

    /**
     * Builds the use cases over these ports.
     *
     * @param decisions the policy with what the process remembers of it
     * @param again the same, for held and replayed events
     */
    public EventsProcess(
            Machine machine,
            Ports ports,
            PolicyDecisionPoint decisions,
            PolicyDecisionPoint again) {
        SideBySide calls = new SideBySide(Runnable::run, CALLS_AT_ONCE);
        InLanes lanes = new InLanes(Runnable::run, AT_ONCE, IN_LANE);
        BestEffortLog log = new BestEffortLog(ports.log(), machine.clock());
        EventSubjects subjects = new EventSubjects(ports.register());
        SubscriptionIndex index = new SubscriptionIndex(ports.subscriptions(), machine.clock());
        MatchSubscriptions matching = new MatchSubscriptions(index, ports.register());
        PushPolicy pushPolicy = new PushPolicy(decisions, subjects);
        Admission admission = new Admission(matching, new PushPolicy(again, subjects));
        BeginRound rounds = new BeginRound(ports.deliveries(), ports.queue(), machine.clock());
        DueNow dueNow = new DueNow(ports.deliveries(), ports.queue(), machine.clock());
        this.machine = machine;
        this.publish = new PublishEvent(new PublishPolicy(decisions, subjects), ports.events());
        this.read = new ReadEvents(ports.events(), machine.clock());
        this.readPolicy = new ResourceReadPolicy(decisions, subjects);
        this.relay =
                new RelayEvents(
                        new Recipients(
                                matching, pushPolicy, new NotPushed(index), calls, machine.clock()),
                        ports.events(),
                        new StartDeliveries(
                                ports.deliveries(), ports.outbound(), ports.queue(), lanes, calls),
                        ports.queue(),
                        lanes,
                        log);
        this.sweep =
                new SweepForgotten(
                        new SweepDeliveries(
                                ports.deliveries(), ports.queue(), lanes, machine.clock()),
                        new SweepValidations(
                                ports.subscriptions(), ports.validations(), lanes, machine.clock()),
                        new SweepProbes(ports.subscriptions(), ports.queue(), lanes));
        this.runJob =
                new RunJob(
                        ports.jobs(),
                        ports.subscriptions(),
                        new Ways(
                                ports.deliveries(),
                                ports.events(),
                                admission,
                                rounds,
                                machine.clock()),
                        ports.queue(),
                        machine.clock());
        this.sweepJobs = new SweepJobs(ports.jobs(), ports.queue(), lanes, machine.clock());
        this.jobs = new OwnJobs(ports.jobs(), ports.queue(), machine::uuid, machine.clock());
        this.retryDelivery =
                new RetryDelivery(
                        new OwnDeliveries(ports.deliveries(), ports.events()),
                        ports.deliveries(),
                        ports.events(),
                        admission,
                        rounds,
                        dueNow,
                        machine.clock());
        this.serving = new Serving(machine, ports, index, admission, log, calls);
        this.pulling = new Pulling(machine, ports, index, pushPolicy, log, calls);
    }

    /** Relays what the change feed brings. */
    public void relay(List<Event> batch) {
        relay.relay(batch);
    }

    /** Makes a first attempt. */
    public void deliver(DeliveryNotice notice) {
        serving.deliver().attempt(notice);
    }

    /** Does what a message asks for. */
    public void take(Retry retry) {
        if (retry instanceof Retry.OfDelivery one) {
            serving.deliver().retry(one.notice());
        } else if (retry instanceof Retry.OfRelay one) {
            relay.retry(one);
        } else if (retry instanceof Retry.OfProbe one) {
            serving.probe().probe(one.subscription());
        } else if (retry instanceof Retry.OfRelease one) {
            serving.release().look(one);
        } else if (retry instanceof Retry.OfValidation one) {
            serving.validation().attempt(one.subscriptionId(), one.attempt());
        } else if (retry instanceof Retry.OfJob one) {
            runJob.step(new JobKey(one.subscriptionId(), one.jobId()));
        }
    }

    /** Takes up a message that was put aside. */
    public void rescue(Retry retry) {
        if (retry instanceof Retry.OfRelay one) {
            relay.rescue(one);
        } else if (retry instanceof Retry.OfRelease one) {
            serving.release().rescue(one);
        }
    }

    /** Finds deliveries that were forgotten. */
    public void sweep() {
        sweep.sweep(overdue());
    }

    /** Finds steps of jobs that were forgotten. */
    public void sweepJobs() {
        sweepJobs.sweep(overdue());
    }

    private Instant overdue() {
        return machine.clock().instant().minus(OVERDUE);
    }

    /** Takes events from publishers. */
    public PublishEvent publish() {
        return publish;
    }

    /** Lets consumers read. */
    public ReadEvents read() {
        return read;
    }

    /** Says which events consumers may read. */
    public ReadPolicy readPolicy() {
        return readPolicy;
    }

    /** Keeps the jobs of consumers. */
    public OwnJobs jobs() {
        return jobs;
    }

    /** Retries single deliveries. */
    public RetryDelivery retryDelivery() {
        return retryDelivery;
    }

    /** Serves endpoints. */
    public Serving serving() {
        return serving;
    }

    /** Lets consumers fetch. */
    public Pulling pulling() {
        return pulling;
    }
}
