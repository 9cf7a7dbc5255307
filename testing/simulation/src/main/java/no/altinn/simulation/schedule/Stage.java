package no.altinn.simulation.schedule;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.client.Unavailable;
import no.altinn.simulation.bus.Surprises;
import no.altinn.simulation.outside.Callers;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Outcome;
import no.altinn.simulation.time.Chance;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The common ground of all callers of the platform. Not thread-safe.
 *
 * @param chance decides what callers do
 * @param ledger notes what callers are told
 */
public record Stage<A>(
        World world,
        Cluster<A> cluster,
        Chance chance,
        Callers callers,
        Surprises surprises,
        Ledger ledger) {
    private static final Duration ALL_BUSY = Duration.ofMillis(400);

    /** The token of an organisation. */
    public AltinnToken token(String org) {
        return callers.org(org);
    }

    /** Has this done at some time within this length of the schedule. */
    public void some(Duration length, Runnable work) {
        world.after(chance.between(Duration.ZERO, length), work);
    }

    /**
     * Has a process do something as soon as one is free.
     *
     * @param refusals what the platform may answer besides that it is away
     * @param then gets the outcome
     */
    public void call(
            String what,
            Set<Class<? extends RuntimeException>> refusals,
            Consumer<A> work,
            Consumer<Outcome> then) {
        Optional<Instance<A>> free = cluster.free();
        if (free.isEmpty()) {
            world.after(ALL_BUSY, () -> call(what, refusals, work, then));
            return;
        }
        Outcome outcome =
                cluster.attempt(free.get(), what, instance -> work.accept(instance.app()));
        outcome.failure()
                .filter(failure -> !(failure instanceof Unavailable))
                .filter(failure -> refusals.stream().noneMatch(one -> one.isInstance(failure)))
                .ifPresent(failure -> surprises.add(what, failure));
        then.accept(outcome);
    }
}
