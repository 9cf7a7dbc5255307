package no.altinn.simulation.bus;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.process.Cluster;
import no.altinn.simulation.process.EventsProcess;
import no.altinn.simulation.process.Instance;
import no.altinn.simulation.process.Outcome;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.util.Optional;

/**
 * The storage queues and the host that takes messages out of them: a message is hidden until its
 * delay is over, comes back when its work failed, and is put aside after five failures. Not
 * thread-safe.
 */
public final class MessageQueue implements RetryQueue {
    private static final int MOST_FAILURES = 5;

    /** The queues' visibility time-out of host.json. */
    private static final Duration AGAIN = Duration.ofSeconds(70);

    /** For how long the host hides a message that it works on. */
    private static final Duration AFTER_CRASH = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration ALL_BUSY = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final World world;
    private final Faults faults;
    private final Cluster<EventsProcess> cluster;
    private final Surprises surprises;
    private int open;

    /** Queues without messages. */
    public MessageQueue(
            World world, Faults faults, Cluster<EventsProcess> cluster, Surprises surprises) {
        this.world = world;
        this.faults = faults;
        this.cluster = cluster;
        this.surprises = surprises;
    }

    /** How many messages are there. */
    public int open() {
        return open;
    }

    @Override
    public void schedule(Retry retry, Duration delay) {
        RetryQueue.requireInBounds(delay);
        String json = RetryMessage.of(retry).json();
        if (mayBeLost(retry) && faults.happens(faults.rates().lost(), Faults.Kind.LOST_MESSAGE)) {
            world.tell("message lost " + json);
            return;
        }
        put(new Message(json, 0, false), delay.plus(lateness()));
        if (faults.happens(faults.rates().doubled(), Faults.Kind.DOUBLED_MESSAGE)) {
            put(new Message(json, 0, false), delay.plus(lateness()));
        }
    }

    /**
     * Whether a document says that the message's work is due, so that the sweep makes up for its
     * loss.
     */
    private static boolean mayBeLost(Retry retry) {
        return !(retry instanceof Retry.OfRelay || retry instanceof Retry.OfRelease);
    }

    private Duration lateness() {
        return faults.happens(faults.rates().late(), Faults.Kind.LATE_MESSAGE)
                ? faults.chance().upTo(LATEST)
                : faults.chance().upTo(POLL);
    }

    private record Message(String json, int failures, boolean isPoison) {
        Message failed() {
            return new Message(json, failures + 1, isPoison);
        }

        Message poison() {
            return new Message(json, 0, true);
        }
    }

    private void put(Message message, Duration delay) {
        open++;
        world.after(delay, () -> take(message));
    }

    private void take(Message message) {
        open--;
        Optional<Instance<EventsProcess>> worker = cluster.free();
        if (worker.isEmpty()) {
            put(message, ALL_BUSY);
            return;
        }
        Retry retry = RetryMessage.read(message.json());
        Outcome outcome =
                cluster.attempt(
                        worker.get(),
                        (message.isPoison() ? "rescue " : "message ") + message.json(),
                        instance -> {
                            if (message.isPoison()) {
                                instance.app().rescue(retry);
                            } else {
                                instance.app().take(retry);
                            }
                        });
        surprises.look(message.json(), outcome);
        if (outcome.isDone()) {
            if (faults.happens(faults.rates().doubled(), Faults.Kind.DOUBLED_MESSAGE)) {
                put(message.failed(), AGAIN);
            }
            return;
        }
        putBack(message.failed(), retry, outcome.isCrashed() ? AFTER_CRASH : AGAIN);
    }

    private void putBack(Message message, Retry retry, Duration delay) {
        if (message.failures() < MOST_FAILURES) {
            put(message, delay);
        } else if (isRescued(retry) && !message.isPoison()) {
            put(message.poison(), POLL);
        } else {
            world.tell("message given up " + message.json());
        }
    }

    /** Whether no document makes up for the message. */
    private static boolean isRescued(Retry retry) {
        return retry instanceof Retry.OfRelay || retry instanceof Retry.OfRelease;
    }
}
