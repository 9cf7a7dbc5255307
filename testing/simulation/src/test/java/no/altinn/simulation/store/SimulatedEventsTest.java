package no.altinn.simulation.store;

import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStoreContract;
import no.altinn.simulation.fault.FaultRates;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.SkewedClock;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;

class SimulatedEventsTest extends EventStoreContract {
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final World world = new World(new Chance(1));
    private final Faults faults = new Faults(FaultRates.NONE, new Chance(2));
    private final EventStore events =
            new SimulatedEvents(
                    new StoredEvents(world, 2),
                    "p0",
                    new Guard("p0", world, faults, () -> true, () -> {}),
                    faults,
                    world,
                    new SkewedClock(world, Duration.ZERO),
                    SimulatedEvents.LAG,
                    false);
    private final EventStore store = OneAtATime.port(EventStore.class, events);

    /** Each call takes a moment, or those who wait in a test would wait for ever. */
    @Override
    protected EventStore store() {
        pass(MOMENT);
        return store;
    }

    @Override
    protected void settle() {
        pass(Duration.ofSeconds(5));
    }

    @Override
    protected Instant pass(Duration time) {
        synchronized (events) {
            world.pass(time);
            return world.now();
        }
    }
}
