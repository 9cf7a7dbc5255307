package no.altinn.simulation.schedule;

import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;
import no.altinn.platform.register.RegisterUnavailable;
import no.altinn.platform.seal.KeyWrapping;
import no.altinn.simulation.bus.MessageQueue;
import no.altinn.simulation.bus.Topic;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.fault.SimulatedCrash;
import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.flaw.Planting;
import no.altinn.simulation.outside.EmptyRegister;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.outside.Policy;
import no.altinn.simulation.outside.Vault;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Machine;
import no.altinn.simulation.process.Ports;
import no.altinn.simulation.store.SimulatedEvents;
import no.altinn.simulation.store.StoredDeliveries;
import no.altinn.simulation.store.StoredEvents;
import no.altinn.simulation.store.StoredJobs;
import no.altinn.simulation.store.StoredKeyRecords;
import no.altinn.simulation.store.StoredLog;
import no.altinn.simulation.store.StoredRates;
import no.altinn.simulation.store.StoredSubscriptions;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.SkewedClock;
import no.altinn.simulation.time.World;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Builds processes, each with guarded ports of its own to the common stores. Not thread-safe. */
final class Wiring {
    /** How far apart clocks may be. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(1);

    private final World world;
    private final Faults faults;
    private final Duration skew;
    private final Chance chance;
    private final StoredRates rates = new StoredRates();
    private final StoredLog log = new StoredLog();
    private final StoredKeyRecords keyRecords = new StoredKeyRecords();
    private final List<Clock> clocks = new ArrayList<>();
    private final Cluster<EventsProcess> cluster;
    private final Outside outside;
    private final PlantedBug bug;
    private int started;

    Wiring(
            World world,
            Faults faults,
            Duration skew,
            Chance chance,
            Cluster<EventsProcess> cluster,
            Outside outside,
            PlantedBug bug) {
        this.world = world;
        this.faults = faults;
        this.skew = skew;
        this.chance = chance;
        this.cluster = cluster;
        this.outside = outside;
        this.bug = bug;
    }

    /** What all processes share. */
    record Outside(
            StoredEvents events,
            StoredSubscriptions subscriptions,
            StoredDeliveries deliveries,
            StoredJobs jobs,
            Topic topic,
            MessageQueue queue,
            Policy policy,
            EndPoints endPoints,
            Vault vault) {}

    /** Starts processes. */
    void start(int count) {
        for (int i = 0; i < count; i++) {
            clocks.add(new SkewedClock(world, ahead(i)));
        }
        cluster.start(count, this::instance);
    }

    /** A skew beyond the permitted one is taken in full, not drawn. */
    private Duration ahead(int slot) {
        if (skew.compareTo(MOST_SKEW) > 0) {
            return slot % 2 == 0 ? Duration.ZERO : skew;
        }
        return chance.between(Duration.ZERO, skew);
    }

    private Instance<EventsProcess> instance(int slot) {
        String name = "p" + slot + "n" + started++;
        Clock clock = clocks.get(slot);
        return new Instance<EventsProcess>(
                name,
                clock,
                new Instance.Parts<EventsProcess>() {
                    @Override
                    public Guard guard(Instance<EventsProcess> instance) {
                        return new Guard(
                                name,
                                world,
                                faults,
                                instance::isAlive,
                                () -> cluster.end(instance));
                    }

                    @Override
                    public EventsProcess app(Instance<EventsProcess> instance) {
                        Machine machine =
                                new Machine(name, clock, instance.guard(), chance.branch());
                        return process(machine);
                    }
                });
    }

    private EventsProcess process(Machine machine) {
        Guard guard = machine.guard();
        Ports ports =
                new Ports(
                        new SimulatedEvents(
                                outside.events(),
                                machine.name(),
                                guard,
                                faults,
                                world,
                                machine.clock(),
                                settleTime(),
                                bug == PlantedBug.LATE_COMMIT_KEEPS_PLACE),
                        guard.port(
                                SubscriptionStore.class,
                                outside.subscriptions(),
                                "add",
                                "moveValidation",
                                "setValidation",
                                "change",
                                "remove"),
                        guard.port(
                                DeliveryStore.class,
                                outside.deliveries(),
                                "create",
                                "record",
                                "move",
                                "conclude",
                                "change",
                                "eraseResponses"),
                        guard.port(JobStore.class, outside.jobs(), "add", "change"),
                        guard.port(Rates.class, rates, "reserve"),
                        guard.port(DeliveryLog.class, log, "append"),
                        guard.port(OutboundRelay.class, outside.topic(), "send"),
                        guard.port(RetryQueue.class, outside.queue(), "schedule"),
                        guard.port(
                                ValidationQueue.class,
                                (id, attempt, delay) ->
                                        outside.queue()
                                                .schedule(
                                                        new Retry.OfValidation(id, attempt), delay),
                                "schedule"),
                        guard.port(
                                PolicyDecisionPoint.class,
                                outside.policy(),
                                DecisionPointUnavailable::new),
                        guard.port(Register.class, new EmptyRegister(), RegisterUnavailable::new),
                        (request, timeout) -> outside.endPoints().post(guard, request, timeout),
                        guard.port(KeyRecords.class, keyRecords, "write", "remove"),
                        guard.port(KeyWrapping.class, outside.vault()));
        Planting planting = new Planting(bug, work -> afterwards(guard, work));
        PolicyDecisionPoint decisions =
                planting.in(
                        new CachedPolicyDecisionPoint(
                                ports.policy(),
                                CachedPolicyDecisionPoint.MAX_AGE,
                                machine.clock()));
        return new EventsProcess(machine, planting.in(ports), decisions, planting.again(decisions));
    }

    private Duration settleTime() {
        return bug == PlantedBug.NO_SETTLE_TIME ? Duration.ZERO : SimulatedEvents.LAG;
    }

    /** Work that no caller waits for, and whose failure no caller learns of. */
    private void afterwards(Guard guard, Runnable work) {
        world.after(
                chance.upTo(Duration.ofSeconds(2)),
                () -> {
                    try {
                        guard.pause();
                        work.run();
                    } catch (SimulatedCrash | Unavailable e) {
                        world.tell("nobody learns of " + e.getMessage());
                    }
                });
    }
}
