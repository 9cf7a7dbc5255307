package no.altinn.simulation.process;

import no.altinn.simulation.fault.Guard;

import java.time.Clock;

/**
 * One process: what it has in memory is gone when it ends. Not thread-safe.
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

    /** Its machine's clock. */
    public Clock clock() {
        return clock;
    }

    /** What stands between it and the rest. */
    public Guard guard() {
        return guard;
    }

    /** The app in it. */
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
