package no.altinn.simulation.box;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.access.Permissions;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.form.FormSchemas;
import no.altinn.rest.happening.EventsApi;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;
import no.altinn.simulation.bus.Feed;
import no.altinn.simulation.bus.Surprises;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.flaw.PlantedBug;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Machine;
import no.altinn.simulation.schedule.Ledger;
import no.altinn.simulation.schedule.Plan;
import no.altinn.simulation.schedule.Stage;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.SkewedClock;
import no.altinn.simulation.time.World;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One schedule of the message box. Not thread-safe. */
public final class BoxSimulation {
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);
    private static final EntryDocument DOCUMENT = new EntryDocument(Tables.MESSAGES);
    private static final int CHANGES = 8;

    /** Read once for all schedules: each costs more than a schedule. */
    private static final FormSchemas SCHEMAS = new FormSchemas();

    private final Plan plan;
    private final World world;
    private final Faults faults;
    private final Chance chance;
    private final PlantedBug bug;
    private final Map<String, StoredEntries> tables = new LinkedHashMap<>();
    private final StoredBlobs blobs = new StoredBlobs();
    private final BoxLedger ledger = new BoxLedger();
    private final Rights rights;
    private final Surprises surprises = new Surprises();
    private final Cluster<BoxProcess> cluster;
    private final Callings callings;
    private final Feed<BoxProcess> feed;
    private final List<String> told = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private int started;

    /** Sets a schedule up. */
    public BoxSimulation(Plan plan, PlantedBug bug, Callers callers, Chance chance) {
        this.plan = plan;
        this.bug = bug;
        this.world = new World(chance.branch());
        this.faults = new Faults(plan.rates(), chance.branch());
        this.chance = chance.branch();
        this.rights = new Rights(world);
        this.cluster = new Cluster<>(world, faults, chance.branch());
        this.feed =
                new Feed<>(
                        "messages",
                        () -> table(Tables.MESSAGES).versions().size(),
                        (app, from, to) -> app.tell(documents(from, to)),
                        world,
                        faults,
                        cluster,
                        surprises,
                        bug == PlantedBug.EARLY_CHECKPOINT);
        Stage<BoxProcess> stage =
                new Stage<>(world, cluster, chance.branch(), callers, surprises, new Ledger());
        this.callings = new Callings(stage, blobs, ledger);
        for (int i = 0; i < plan.instances(); i++) {
            clocks.add(new SkewedClock(world, this.chance.between(Duration.ZERO, plan.skew())));
        }
        cluster.start(plan.instances(), this::instance);
        table(Tables.MESSAGES).onWrite(feed::wake);
    }

    private StoredEntries table(Table table) {
        return tables.computeIfAbsent(table.name(), name -> new StoredEntries(table));
    }

    /** The entries of a feed: each as it is now, at the place of its last change. */
    private String documents(int from, int to) {
        StoredEntries messages = table(Tables.MESSAGES);
        return messages.versions().subList(from, to).stream()
                .filter(
                        one ->
                                messages.find(one.partition(), one.id())
                                        .filter(now -> now.version().equals(one.version()))
                                        .isPresent())
                .map(one -> DOCUMENT.write(one).toString())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Instance<BoxProcess> instance(int slot) {
        String name = "p" + slot + "n" + started++;
        Clock clock = clocks.get(slot);
        return new Instance<>(
                name,
                clock,
                new Instance.Parts<>() {
                    @Override
                    public Guard guard(Instance<BoxProcess> instance) {
                        return new Guard(
                                name,
                                world,
                                faults,
                                instance::isAlive,
                                () -> cluster.end(instance));
                    }

                    @Override
                    public BoxProcess app(Instance<BoxProcess> instance) {
                        Guard guard = instance.guard();
                        return BoxProcess.over(
                                ports(guard),
                                new Machine(name, clock, guard, chance.branch()),
                                SCHEMAS);
                    }
                });
    }

    private BoxProcess.Ports ports(Guard guard) {
        EventsApi api =
                event -> {
                    told.add(event.get("id").textValue());
                    world.tell("told " + event.get("type").textValue());
                };
        return new BoxProcess.Ports(
                table ->
                        LateHistory.plantedIn(
                                bug,
                                guard.port(
                                        Entries.class,
                                        table(table),
                                        "add",
                                        "replace",
                                        "put",
                                        "remove")),
                guard.port(Files.class, blobs, "write", "remove"),
                guard.port(Transfers.class, blobs, "claim", "keep"),
                guard.port(Permissions.class, rights, Unavailable::new),
                guard.port(EventsApi.class, api, "store"));
    }

    /** Lets the whole schedule happen. */
    public void run() {
        Duration length = plan.length();
        callings.plan(Math.min(plan.events(), 15), length);
        for (int i = 0; i < chance.nextInt(0, CHANGES); i++) {
            world.after(chance.between(Duration.ZERO, length), rights::change);
        }
        for (int i = 0; i < plan.kills(); i++) {
            world.after(chance.between(Duration.ZERO, length), cluster::kill);
        }
        for (int i = 0; i < plan.storms(); i++) {
            Duration from = chance.between(Duration.ZERO, length);
            world.after(from, () -> faults.setStorm(true));
            world.after(from.plusSeconds(30), () -> faults.setStorm(false));
        }
        world.runUntil(World.BEGINNING.plus(length), () -> false);
        world.tell("FAULTS STOP");
        faults.stop();
        world.runUntil(world.now().plus(AFTERWARDS), () -> false);
    }

    /** What happened. */
    public World world() {
        return world;
    }

    /** What failed. */
    public Faults faults() {
        return faults;
    }

    /** What the schedule broke. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>(surprises.found());
        if (!feed.isDone()) {
            broken.add("the box comes to rest — its feed is not done");
        }
        List<Entry> versions = table(Tables.MESSAGES).versions();
        broken.addAll(new BoxHistory(versions, told).broken());
        broken.addAll(
                new BoxPromises(
                                ledger,
                                table(Tables.MESSAGES).all(),
                                table(Tables.READS).all(),
                                blobs,
                                rights)
                        .broken());
        return broken;
    }
}
