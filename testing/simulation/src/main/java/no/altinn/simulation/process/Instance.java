package no.altinn.simulation.process;

import no.altinn.simulation.fault.Guard;

import java.time.Clock;

/** One process: what it has in memory is gone when it ends. Not thread-safe. */
public final class Instance {
    private final String name;
    private final Clock clock;
    private final Guard guard;
    private final EventsProcess events;
    private boolean isAlive = true;

    /** Builds a process by its parts. */
    public Instance(String name, Clock clock, Parts parts) {
        this.name = name;
        this.clock = clock;
        this.guard = parts.guard(this);
        this.events = parts.events(this);
    }

    /** Makes the parts of processes. */
    public interface Parts {
        Guard guard(Instance instance);

        EventsProcess events(Instance instance);
    }

    /** Its name in the trace. */
    public String name() {
        return name;
    }

    /** Its machine's clock. */
    public Clock clock() {
        return clock;
    }

    /** What stands between it and the rest. */
    public Guard guard() {
        return guard;
    }

    /** The Events app in it. */
    public EventsProcess events() {
        return events;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return isAlive;
    }

    /** Ends it. */
    void end() {
        isAlive = false;
    }

    @Override
    public String toString() {
        return name;
    }
}
