package no.altinn.simulation.schedule;

import no.altinn.simulation.bus.Feed;
import no.altinn.simulation.bus.MessageQueue;
import no.altinn.simulation.bus.Surprises;
import no.altinn.simulation.bus.Timers;
import no.altinn.simulation.bus.Topic;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.outside.Policy;
import no.altinn.simulation.outside.Vault;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.store.StoredDeliveries;
import no.altinn.simulation.store.StoredEvents;
import no.altinn.simulation.store.StoredJobs;
import no.altinn.simulation.store.StoredSubscriptions;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule of the Events app. Things happen and fail for some minutes. Then nothing fails any
 * more, and time goes on until nothing is left to do. Not thread-safe.
 */
public final class Simulation {
    private static final Duration EACH_LOOK = Duration.ofSeconds(20);
    private static final Duration CALLERS_GO_ON = Duration.ofMinutes(6);
    private static final Duration MOST = Duration.ofHours(60);

    /** When the work of the night is done: some minutes into a schedule, not hours. */
    private static final Duration NIGHTLY = Duration.ofSeconds(100);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LAST_LOOKS = 400;

    private final Plan plan;
    private final World world;
    private final Faults faults;
    private final Policy policy;
    private final StoredEvents events;
    private final StoredSubscriptions subscriptions;
    private final StoredDeliveries deliveries = new StoredDeliveries();
    private final StoredJobs jobs = new StoredJobs();
    private final Vault vault = new Vault();
    private final EndPoints endPoints;
    private final Surprises surprises = new Surprises();
    private final Cluster<EventsProcess> cluster;
    private final MessageQueue queue;
    private final Topic topic;
    private final List<Feed<EventsProcess>> feeds = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final Owners owners;
    private final Changes changes;
    private final Fetchers fetchers;
    private final Publishers publishers;
    private final Weather weather;
    private final Remaining left;
    private boolean isQuiet;

    /** Sets a schedule up; its seed alone tells what will happen. */
    public Simulation(long seed, Plan plan, PlantedBug bug, Callers callers, Chance chance) {
        this.plan = plan;
        this.world = new World(chance.branch());
        this.faults = new Faults(plan.rates(), chance.branch());
        this.policy = new Policy(world);
        this.events = new StoredEvents(world, plan.partitions());
        this.endPoints = new EndPoints(world, faults, deliveries);
        this.cluster = new Cluster<>(world, faults, chance.branch());
        this.subscriptions = new StoredSubscriptions(world, cluster::pause);
        this.queue = new MessageQueue(world, faults, cluster, surprises);
        this.topic = new Topic(world, faults, cluster, surprises);
        for (int i = 0; i < plan.partitions(); i++) {
            int partition = i;
            Feed.Batch<EventsProcess> batch =
                    (app, from, to) -> app.relay(events.changed(partition, from, to));
            feeds.add(
                    new Feed<>(
                            "feed " + partition,
                            () -> events.changes(partition),
                            batch,
                            world,
                            faults,
                            cluster,
                            surprises,
                            bug == PlantedBug.EARLY_CHECKPOINT));
        }
        events.onChange(partition -> feeds.get(partition).wake());
        Stage<EventsProcess> stage =
                new Stage<>(world, cluster, chance.branch(), callers, surprises, ledger);
        this.owners = new Owners(stage);
        this.changes = new Changes(stage, subscriptions, deliveries, endPoints.keys());
        this.fetchers = new Fetchers(stage, subscriptions);
        this.publishers = new Publishers(stage);
        this.weather = new Weather(world, chance.branch(), policy, endPoints, subscriptions);
        Wiring.Outside outside =
                new Wiring.Outside(
                        events,
                        subscriptions,
                        deliveries,
                        jobs,
                        topic,
                        queue,
                        policy,
                        endPoints,
                        vault);
        new Wiring(world, faults, plan.skew(), chance.branch(), cluster, outside, bug)
                .start(plan.instances());
        this.left = new Remaining(queue, topic, feeds, jobs, subscriptions, deliveries);
        for (int i = 0; i < plan.readers(); i++) {
            readers.add(
                    new Reader(
                            i,
                            stage.chance().pick(Plan.ORGS),
                            stage.chance().pick(Plan.RESOURCES),
                            stage));
        }
        world.tell("seed " + seed + " " + plan);
    }

    /** Lets the whole schedule happen. */
    public void run() {
        Duration length = plan.length();
        weather.begin();
        owners.subscribe(plan.subscriptions(), length);
        publishers.plan(plan.events(), length);
        readers.forEach(reader -> reader.plan(length));
        fetchers.plan(length);
        changes.plan(plan.changes(), length);
        weather.changeMoods(plan.moods(), length);
        weather.changePolicy(plan.policyChanges(), length);
        weather.storm(plan.storms(), length, faults);
        weather.kill(plan.kills(), length, cluster::kill);
        world.after(length.dividedBy(2), vault::renew);
        Timers timers = new Timers(world, cluster, surprises);
        timers.start(NIGHTLY, app -> app.serving().signing().rotation().step());
        timers.start(MINUTE, EventsProcess::sweep);
        timers.start(MINUTE.plusSeconds(30), EventsProcess::sweepJobs);
        world.runUntil(World.BEGINNING.plus(length), () -> false);
        world.tell("FAULTS STOP");
        weather.clear(faults);
        settle();
        finishReading();
    }

    /** Lets time go on until nothing is left to do. */
    private void settle() {
        Instant end = world.now().plus(MOST);
        // Callers that got no answer ask again for a while.
        world.runUntil(world.now().plus(CALLERS_GO_ON), () -> false);
        while (!isQuiet && world.now().isBefore(end)) {
            fetchers.pulled().forEach(one -> fetchers.fetch(one, true));
            world.runUntil(world.now().plus(EACH_LOOK), () -> false);
            isQuiet = left.isNothing();
        }
        world.tell(isQuiet ? "QUIET" : "NEVER QUIET");
    }

    private void finishReading() {
        world.runUntil(world.now().plus(EACH_LOOK), () -> false);
        for (Reader reader : readers) {
            int looks = 0;
            do {
                reader.look();
                looks++;
            } while (looks < LAST_LOOKS && !reader.isAtEnd());
        }
    }

    /** Whether nothing was left to do in the end. */
    public boolean isQuiet() {
        return isQuiet;
    }

    /** Time, and what happened in it. */
    public World world() {
        return world;
    }

    /** The figures of the schedule. */
    public Plan plan() {
        return plan;
    }

    /** What failed. */
    public Faults faults() {
        return faults;
    }

    /** What publishers, readers, receivers and owners were told. */
    public Ledger ledger() {
        return ledger;
    }

    /** The events as they are. */
    public StoredEvents events() {
        return events;
    }

    /** The subscriptions as they are. */
    public StoredSubscriptions subscriptions() {
        return subscriptions;
    }

    /** The deliveries as they are. */
    public StoredDeliveries deliveries() {
        return deliveries;
    }

    /** What is left to do. */
    public Remaining left() {
        return left;
    }

    /** The endpoints, and what they got. */
    public EndPoints endPoints() {
        return endPoints;
    }

    /** The policy, and what it said. */
    public Policy policy() {
        return policy;
    }

    /** Failures that no dependency explains. */
    public Surprises surprises() {
        return surprises;
    }

    /** The readers with cursors. */
    public List<Reader> readers() {
        return readers;
    }
}
