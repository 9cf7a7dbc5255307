package no.altinn.simulation.bus;

import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Outcome;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The change feed of one partition and its lease. The holder of the lease gets the changes after
 * the checkpoint, and the same changes again until the relay succeeds. When the holder ends,
 * another process takes the lease after it has run out. Now and then another process takes the
 * lease while the holder still works, so that both have the same batch. Not thread-safe.
 *
 * @param <A> the app that relays
 */
public final class Feed<A> {
    private static final Duration POLL = Duration.ofMillis(700);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST = 100;

    /**
     * Relays changes.
     *
     * @param <A> the app that does it
     */
    @FunctionalInterface
    public interface Batch<A> {
        void relay(A app, int from, int to);
    }

    private final String name;
    private final IntSupplier changes;
    private final Batch<A> batch;
    private final World world;
    private final Faults faults;
    private final Cluster<A> cluster;
    private final Surprises surprises;
    private final boolean isHasty;
    private Optional<Instance<A>> holder = Optional.empty();
    private Instant seen = Instant.MIN;
    private int term;
    private int checkpoint;
    private int failures;
    private boolean isPlanned;

    /**
     * The feed of a partition. No process holds its lease yet.
     *
     * @param name its name in the trace
     * @param changes how many changes there are
     * @param batch relays some of them
     * @param isHasty whether the checkpoint moves before the relay, as a planted bug has it
     */
    public Feed(
            String name,
            IntSupplier changes,
            Batch<A> batch,
            World world,
            Faults faults,
            Cluster<A> cluster,
            Surprises surprises,
            boolean isHasty) {
        this.name = name;
        this.changes = changes;
        this.batch = batch;
        this.world = world;
        this.faults = faults;
        this.cluster = cluster;
        this.surprises = surprises;
        this.isHasty = isHasty;
    }

    /** Whether every change has been relayed. */
    public boolean isDone() {
        return checkpoint == changes.getAsInt();
    }

    /** Has a process look soon. */
    public void wake() {
        if (!isPlanned && !isDone()) {
            plan(faults.chance().upTo(POLL));
        }
    }

    private void plan(Duration wait) {
        isPlanned = true;
        world.after(wait, this::look);
    }

    private void look() {
        isPlanned = false;
        if (faults.happens(faults.rates().leaseMoved(), Faults.Kind.MOVED_LEASE)) {
            holder = Optional.empty();
        }
        boolean isGone = holder.filter(Instance::isAlive).isEmpty();
        boolean isOver = holder.isEmpty() || !seen.plus(LEASE).isAfter(world.now());
        if (isGone && isOver) {
            holder = cluster.free();
            term++;
        }
        if (isGone && !isOver) {
            plan(Duration.between(world.now(), seen.plus(LEASE)));
        } else if (holder.isEmpty() || world.isBusy(holder.get())) {
            plan(POLL);
            if (mayMove()) {
                holder = Optional.empty();
            }
        } else {
            relay(holder.get(), term);
        }
    }

    /** Whether the lease is taken from a holder in the middle of its work. */
    private boolean mayMove() {
        return holder.isPresent()
                && faults.happens(faults.rates().leaseMoved(), Faults.Kind.MOVED_LEASE);
    }

    private void relay(Instance<A> instance, int held) {
        seen = world.now();
        int from = checkpoint;
        int to = Math.min(changes.getAsInt(), from + MOST);
        if (faults.chance().hits(faults.rates().interleaved())) {
            plan(faults.chance().upTo(POLL));
        }
        if (isHasty) {
            checkpoint = to;
        }
        Outcome outcome =
                cluster.attempt(
                        instance,
                        "%s %d-%d".formatted(name, from, to),
                        one -> batch.relay(one.app(), from, to));
        surprises.look("feed", outcome);
        if (outcome.isDone()) {
            failures = 0;
            if (held == term && checkpoint == from) {
                checkpoint = to;
            }
            wake();
        } else {
            failures++;
            if (!isPlanned) {
                plan(outcome.isCrashed() ? LEASE : waitAfterFailure());
            }
        }
    }

    private Duration waitAfterFailure() {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
