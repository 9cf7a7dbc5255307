package no.altinn.local.host.queue;

import no.altinn.local.host.BindingValues;
import no.altinn.local.host.FunctionFailed;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.InvocationRequest;
import no.altinn.local.host.InvocationThreads;
import no.altinn.local.host.JsonScalars;
import no.altinn.local.host.PumpThread;
import no.altinn.local.host.Trigger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * Fires a queue function, one message per invocation, at most 256 invocations at once. When the
 * function returns, the message is deleted. When it has failed five times, the message goes to the
 * queue whose name ends in {@code -poison}.
 */
public final class QueuePump implements AutoCloseable {
    /** How many invocations run at once. */
    public static final int IN_FLIGHT = 256;

    private static final Logger LOG = LoggerFactory.getLogger(QueuePump.class);
    private static final int BATCH = 16;
    private static final int MAX_DEQUEUE_COUNT = 5;
    // The pump does not renew it, so it is longer than any function may run.
    private static final Duration VISIBILITY = Duration.ofMinutes(2);
    // If a signal is ever missed, the pump still looks into the queue.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HostedFunction function;
    private final FunctionInvoker invoker;
    private final QueueSource source;
    private final Clock clock;
    private final String poisonQueue;
    private final Semaphore slots = new Semaphore(IN_FLIGHT);
    private final WakeUp wakeUp = new WakeUp();
    private final InvocationThreads threads;
    private final PumpThread thread;

    /**
     * Starts to fire the function.
     *
     * @param clock the one that the source's times come from
     * @throws IllegalArgumentException if the function has no queue trigger
     */
    public QueuePump(
            HostedFunction function, FunctionInvoker invoker, QueueSource source, Clock clock) {
        this.function = function;
        this.invoker = invoker;
        this.source = source;
        this.clock = clock;
        this.poisonQueue = function.trigger(Trigger.Queue.class).queueName() + "-poison";
        this.threads = new InvocationThreads("queue-" + function.name(), GRACE);
        this.thread =
                PumpThread.start(
                        "queue-" + function.name() + "-receiver",
                        GRACE,
                        this::receive,
                        invoker.health());
    }

    /** Makes the pump look for messages, since one may have become visible. Cheap, never waits. */
    public void wake() {
        wakeUp.signal();
    }

    private void receive(PumpThread self) throws InterruptedException {
        slots.acquire();
        int room = 1;
        while (room < BATCH && slots.tryAcquire()) {
            room++;
        }
        int free = room;
        try {
            if (!self.isStopping()) {
                for (QueueMessage message : source.receive(room, VISIBILITY)) {
                    threads.run(() -> handle(message));
                    // Its handler gives it back. A thread that could not be made would not.
                    free--;
                }
            }
        } finally {
            slots.release(free);
        }
        if (free == room && !self.isStopping()) {
            wakeUp.await(untilNextVisible());
        }
    }

    private Duration untilNextVisible() {
        Instant now = clock.instant();
        return source.nextVisible()
                .map(next -> Duration.between(now, next))
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT);
    }

    private void handle(QueueMessage message) {
        try {
            // The count passes the limit only if the process died while it handled the message.
            if (message.dequeueCount() <= MAX_DEQUEUE_COUNT && succeeds(message)) {
                source.delete(message);
            } else if (message.dequeueCount() >= MAX_DEQUEUE_COUNT) {
                LOG.warn("A message of {} goes to {}", function.name(), poisonQueue);
                source.moveTo(poisonQueue, message);
            } else {
                source.release(message);
                wake();
            }
        } catch (RuntimeException | Error e) {
            invoker.health().failed(function.name(), e);
            LOG.warn("A message of {} stays hidden for a while", function.name(), e);
        } finally {
            slots.release();
        }
    }

    private boolean succeeds(QueueMessage message) {
        BindingValues values = new JsonScalars(message.text()).or(new MessageValues(message));
        try {
            invoker.invoke(function, InvocationRequest.of(message.text(), values));
            return true;
        } catch (FunctionFailed e) {
            LOG.debug("A message of {} has failed", function.name(), e);
            return false;
        }
    }

    /** Receives no more, and waits some seconds for the messages that are handled. */
    @Override
    public void close() {
        // The receiver must see that it is to stop before it wakes, or it would wait again.
        thread.stop();
        wake();
        thread.close();
        threads.close();
    }
}
