package no.altinn.simulation.process;

import no.altinn.simulation.fault.Guard;

import java.time.Clock;

/**
 * A process. Its memory is gone when it ends. Not thread-safe.
 *
 * @param <A> the app that runs in it
 */
public final class Instance<A> {
    private final String name;
    private final Clock clock;
    private final Guard guard;
    private final A app;
    private boolean isAlive = true;

    /** Builds a process by its parts. */
    public Instance(String name, Clock clock, Parts<A> parts) {
        this.name = name;
        this.clock = clock;
        this.guard = parts.guard(this);
        this.app = parts.app(this);
    }

    /** Makes the parts of processes. */
    public interface Parts<A> {
        Guard guard(Instance<A> instance);

        A app(Instance<A> instance);
    }

    /** Its name in the trace. */
    public String name() {
        return name;
    }

    /** The clock of the process's machine. */
    public Clock clock() {
        return clock;
    }

    /** The guard between the process and everything outside it. */
    public Guard guard() {
        return guard;
    }

    /** The app that runs in the process. */
    public A app() {
        return app;
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
