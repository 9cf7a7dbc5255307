package no.altinn.simulation.process;

import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.SimulatedCrash;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The processes that run now. A process that has ended is started again after a while. Not
 * thread-safe.
 *
 * @param <A> the app that runs in each
 */
public final class Cluster<A> {
    private static final Duration SHORTEST_START = Duration.ofSeconds(1);
    private static final Duration LONGEST_START = Duration.ofSeconds(40);

    private final World world;
    private final Faults faults;
    private final Chance chance;
    private final List<Instance<A>> instances = new ArrayList<>();
    private IntFunction<Instance<A>> starting =
            slot -> {
                throw new IllegalStateException("No process was started");
            };

    /** A cluster without processes. */
    public Cluster(World world, Faults faults, Chance chance) {
        this.world = world;
        this.faults = faults;
        this.chance = chance;
    }

    /**
     * Starts processes.
     *
     * @param each starts the process of a slot, now and whenever the slot's process has ended
     */
    public void start(int count, IntFunction<Instance<A>> each) {
        starting = each;
        for (int slot = 0; slot < count; slot++) {
            instances.add(starting.apply(slot));
        }
    }

    /** A process that has nothing to do; empty if every process is busy. */
    public Optional<Instance<A>> free() {
        List<Instance<A>> free =
                instances.stream()
                        .filter(Instance::isAlive)
                        .filter(one -> !world.isBusy(one))
                        .toList();
        return free.isEmpty() ? Optional.empty() : Optional.of(chance.pick(free));
    }

    /** Ends a process, if it has not ended; it is started again later. */
    public void end(Instance<A> instance) {
        int slot = instances.indexOf(instance);
        if (slot < 0 || !instance.isAlive()) {
            return;
        }
        instance.end();
        world.after(
                chance.between(SHORTEST_START, LONGEST_START),
                () -> {
                    instances.set(slot, starting.apply(slot));
                    world.tell(instances.get(slot) + " starts");
                });
    }

    /** Lets other processes come between the steps of the process on top, if chance has it so. */
    public void pause() {
        if (world.current().orElse(null) instanceof Instance<?> instance) {
            instance.guard().pause();
        }
    }

    /** Ends some process, whatever it is doing. */
    public void kill() {
        Instance<A> victim = chance.pick(instances);
        if (victim.isAlive()) {
            faults.note(Faults.Kind.CRASH);
            world.tell(victim + " KILLED");
            end(victim);
        }
    }

    /** Has a process do something. */
    public Outcome attempt(Instance<A> instance, String what, Consumer<Instance<A>> work) {
        world.tell(instance + " > " + what);
        try {
            world.doAs(instance, () -> work.accept(instance));
            return Outcome.DONE;
        } catch (SimulatedCrash e) {
            end(instance);
            return Outcome.CRASHED;
        } catch (RuntimeException e) {
            world.tell(instance + " ! " + what + ": " + e);
            return Outcome.failed(e);
        }
    }
}
