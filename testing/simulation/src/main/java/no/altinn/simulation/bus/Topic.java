package no.altinn.simulation.bus;

import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.OutboundRelay;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Outcome;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The Event Grid topic: notices come in any order, some twice, some never. A notice whose work
 * failed comes again by the topic's own schedule. Not thread-safe.
 */
public final class Topic implements OutboundRelay {
    private static final List<Duration> AGAIN =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30));
    private static final Duration USUAL = Duration.ofMillis(800);
    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final Duration ALL_BUSY = Duration.ofMillis(300);

    private final World world;
    private final Faults faults;
    private final Cluster<EventsProcess> cluster;
    private final Surprises surprises;
    private int open;

    /** A topic without notices. */
    public Topic(World world, Faults faults, Cluster<EventsProcess> cluster, Surprises surprises) {
        this.world = world;
        this.faults = faults;
        this.cluster = cluster;
        this.surprises = surprises;
    }

    /** How many notices are on their way. */
    public int open() {
        return open;
    }

    @Override
    public void send(List<DeliveryNotice> notices) {
        for (DeliveryNotice notice : notices) {
            if (faults.happens(faults.rates().lost(), Faults.Kind.LOST_MESSAGE)) {
                world.tell("notice lost " + notice.key().id());
                continue;
            }
            put(notice, 0, lateness());
            if (faults.happens(faults.rates().doubled(), Faults.Kind.DOUBLED_MESSAGE)) {
                put(notice, 0, lateness());
            }
        }
    }

    private Duration lateness() {
        return faults.happens(faults.rates().late(), Faults.Kind.LATE_MESSAGE)
                ? faults.chance().upTo(LATEST)
                : faults.chance().upTo(USUAL);
    }

    private void put(DeliveryNotice notice, int failures, Duration delay) {
        open++;
        world.after(delay, () -> take(notice, failures));
    }

    private void take(DeliveryNotice notice, int failures) {
        open--;
        Optional<Instance<EventsProcess>> worker = cluster.free();
        if (worker.isEmpty()) {
            put(notice, failures, ALL_BUSY);
            return;
        }
        Outcome outcome =
                cluster.attempt(
                        worker.get(),
                        "notice " + notice.key().id(),
                        instance -> instance.app().deliver(notice));
        surprises.look("notice " + notice, outcome);
        if (!outcome.isDone() && failures < AGAIN.size()) {
            put(notice, failures + 1, AGAIN.get(failures));
        }
    }
}
