package no.altinn.simulation.bus;

import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.function.Consumer;

/** Starts work each minute in one process. A minute without a free process is left out. */
public final class Timers {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world;
    private final Cluster<EventsProcess> cluster;
    private final Surprises surprises;

    /** Timers that start nothing yet. */
    public Timers(World world, Cluster<EventsProcess> cluster, Surprises surprises) {
        this.world = world;
        this.cluster = cluster;
        this.surprises = surprises;
    }

    /** Has work done after this wait, and each minute from then on. */
    public void start(Duration wait, Consumer<EventsProcess> work) {
        world.after(
                wait,
                () -> {
                    cluster.free()
                            .map(
                                    one ->
                                            cluster.attempt(
                                                    one,
                                                    "timer",
                                                    instance -> work.accept(instance.app())))
                            .ifPresent(outcome -> surprises.look("timer", outcome));
                    start(MINUTE, work);
                });
    }
}
