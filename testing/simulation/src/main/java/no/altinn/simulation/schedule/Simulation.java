package no.altinn.simulation.schedule;

import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.job.Job;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.ValidationState;
import no.altinn.simulation.bus.Feed;
import no.altinn.simulation.bus.MessageQueue;
import no.altinn.simulation.bus.Surprises;
import no.altinn.simulation.bus.Topic;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.outside.EndPoints;
import no.altinn.simulation.outside.Policy;
import no.altinn.simulation.outside.Vault;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.process.Instance;
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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One schedule of the Events app: things happen and fail for some minutes; then nothing fails any
 * more, and time goes on until nothing is left to do. Not thread-safe.
 */
public final class Simulation {
    private static final Duration EACH_LOOK = Duration.ofSeconds(20);
    private static final Duration CALLERS_GO_ON = Duration.ofMinutes(6);
    private static final Duration MOST = Duration.ofHours(60);

    /** Some minutes into a schedule: nights come sooner there. */
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
    private final Fetchers fetchers;
    private final Publishers publishers;
    private final Weather weather;
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
        this.owners = new Owners(stage, subscriptions, deliveries, endPoints.keys());
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
        owners.change(plan.changes(), length);
        weather.changeMoods(plan.moods(), length);
        weather.changePolicy(plan.policyChanges(), length);
        weather.storm(plan.storms(), length, faults);
        weather.kill(plan.kills(), length, cluster::kill);
        world.after(length.dividedBy(2), vault::renew);
        tick(NIGHTLY, app -> app.serving().signing().rotation().step());
        tick(MINUTE, EventsProcess::sweep);
        tick(MINUTE.plusSeconds(30), EventsProcess::sweepJobs);
        world.runUntil(World.BEGINNING.plus(length), () -> false);
        world.tell("FAULTS STOP");
        weather.clear(faults);
        settle();
        finishReading();
    }

    /** Has one process do what a timer starts each minute. */
    private void tick(Duration wait, Consumer<EventsProcess> work) {
        world.after(
                wait,
                () -> {
                    Optional<Instance<EventsProcess>> free = cluster.free();
                    free.ifPresent(
                            one ->
                                    surprises.look(
                                            "timer",
                                            cluster.attempt(
                                                    one,
                                                    "timer",
                                                    instance -> work.accept(instance.app()))));
                    tick(MINUTE, work);
                });
    }

    /** Lets time go on until nothing is left to do. */
    private void settle() {
        Instant end = world.now().plus(MOST);
        // Callers that got no answer ask again for a while.
        world.runUntil(world.now().plus(CALLERS_GO_ON), () -> false);
        while (!isQuiet && world.now().isBefore(end)) {
            fetchers.pulled().forEach(one -> fetchers.fetch(one, true));
            world.runUntil(world.now().plus(EACH_LOOK), () -> false);
            isQuiet = isNothingLeft();
        }
        world.tell(isQuiet ? "QUIET" : "NEVER QUIET");
    }

    private boolean isNothingLeft() {
        return queue.open() == 0
                && topic.open() == 0
                && feeds.stream().allMatch(Feed::isDone)
                && jobs.all().stream().noneMatch(Job::isRunning)
                && subscriptions.all().stream()
                        .noneMatch(one -> one.validation() instanceof ValidationState.Pending)
                && deliveries.all().stream().allMatch(this::mayWait);
    }

    /** How much is left to do, in words. */
    public String left() {
        return "messages %d, notices %d, feeds done %s"
                .formatted(queue.open(), topic.open(), feeds.stream().map(Feed::isDone).toList());
    }

    /**
     * Whether a delivery may stay as it is: it has ended, or it waits for its subscription, which
     * its owner has paused or removed.
     */
    public boolean mayWait(Delivery delivery) {
        DeliveryState state = delivery.state();
        if (BeginRound.hasEnded(delivery)) {
            return true;
        }
        return !(state instanceof DeliveryState.Due)
                && subscriptions
                        .find(delivery.key().subscriptionId())
                        .filter(one -> one.serving().standing() instanceof Standing.Active)
                        .isEmpty();
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

    public World world() {
        return world;
    }

    public Plan plan() {
        return plan;
    }

    public Faults faults() {
        return faults;
    }

    public Ledger ledger() {
        return ledger;
    }

    public StoredEvents events() {
        return events;
    }

    public StoredSubscriptions subscriptions() {
        return subscriptions;
    }

    public StoredDeliveries deliveries() {
        return deliveries;
    }

    public StoredJobs jobs() {
        return jobs;
    }

    public EndPoints endPoints() {
        return endPoints;
    }

    public Policy policy() {
        return policy;
    }

    public Surprises surprises() {
        return surprises;
    }

    public List<Reader> readers() {
        return readers;
    }
}
