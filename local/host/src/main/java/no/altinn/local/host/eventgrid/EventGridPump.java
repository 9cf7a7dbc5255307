package no.altinn.local.host.eventgrid;

import no.altinn.local.host.FunctionFailed;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.InvocationRequest;
import no.altinn.local.host.InvocationThreads;
import no.altinn.local.host.JsonScalars;
import no.altinn.local.host.Trigger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Fires an Event Grid function, one event per invocation, many invocations at once. The pump holds
 * events in memory only: when the process ends, they are lost. Thread-safe.
 */
public final class EventGridPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventGridPump.class);
    // An invocation that lasts for this long makes its lane a narrow one.
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HostedFunction function;
    private final FunctionInvoker invoker;
    private final EventGridLimits limits;
    private final InvocationThreads threads;
    private final Object lock = new Object();
    private final Lanes lanes; // guarded by lock
    private boolean closed; // guarded by lock

    /**
     * A pump with the default limits.
     *
     * @throws IllegalArgumentException if the function has no Event Grid trigger
     */
    public EventGridPump(HostedFunction function, FunctionInvoker invoker) {
        this(function, invoker, EventGridLimits.DEFAULT);
    }

    /**
     * A pump with other limits.
     *
     * @throws IllegalArgumentException if the function has no Event Grid trigger
     */
    public EventGridPump(HostedFunction function, FunctionInvoker invoker, EventGridLimits limits) {
        // The trigger says nothing more, but the function must have it.
        LOG.debug("{} is fired by {}", function.name(), function.trigger(Trigger.EventGrid.class));
        this.function = function;
        this.invoker = invoker;
        this.limits = limits;
        this.lanes = new Lanes(limits);
        this.threads = new InvocationThreads("event-grid-" + function.name(), GRACE);
    }

    /**
     * Hands an event over; the function runs soon, on another thread.
     *
     * @param lane events of one lane share its bounds, so that a slow lane delays no other
     * @param cloudEventJson the event, as a JSON object
     * @return false if the event was not taken: too many events wait, or the pump is closed
     */
    public boolean publish(String lane, String cloudEventJson) {
        GridEvent event = new GridEvent(lane, cloudEventJson, 0);
        synchronized (lock) {
            if (closed || !lanes.accept(event)) {
                return false;
            }
            startOne();
        }
        return true;
    }

    private void startOne() {
        // One event more means one invocation more at most: invocations that run take the next
        // event.
        lanes.take().ifPresent(this::start);
    }

    private void start(GridEvent event) {
        try {
            threads.run(() -> runFrom(event));
        } catch (RuntimeException | Error e) {
            // Otherwise its place would be lost for good. It waits for the next event's thread.
            lanes.landed(event, false);
            lanes.resume(event);
            throw e;
        }
    }

    private void runFrom(GridEvent first) {
        Optional<GridEvent> event = Optional.of(first);
        while (event.isPresent()) {
            GridEvent current = event.get();
            long start = System.nanoTime();
            boolean succeeded = succeeds(current);
            boolean wasLong = System.nanoTime() - start >= LONG.toNanos();
            event = finished(current, succeeded, wasLong);
        }
    }

    private boolean succeeds(GridEvent event) {
        try {
            invoker.invoke(
                    function, InvocationRequest.of(event.json(), new JsonScalars(event.json())));
            return true;
        } catch (FunctionFailed e) {
            LOG.debug("An event for {} has failed", function.name(), e);
            return false;
        } catch (RuntimeException | Error e) {
            // It must land whatever happens: a place that is never given back is lost for good.
            // The invoker has told of the failure, or had no memory for it.
            return false;
        }
    }

    private Optional<GridEvent> finished(GridEvent event, boolean delivered, boolean wasLong) {
        synchronized (lock) {
            lanes.landed(event, wasLong);
            if (closed) {
                return Optional.empty();
            }
            if (delivered) {
                lanes.release(event);
            } else {
                redeliver(event.failed());
            }
            return lanes.take();
        }
    }

    private void redeliver(GridEvent event) {
        limits.redelivery()
                .after(event.failures())
                .ifPresentOrElse(delay -> resumeAfter(delay, event), () -> drop(event));
    }

    private void drop(GridEvent event) {
        LOG.warn("An event for {} is dropped after {} attempts", function.name(), event.failures());
        lanes.release(event);
    }

    private void resumeAfter(Duration delay, GridEvent event) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> resume(event));
    }

    private void resume(GridEvent event) {
        synchronized (lock) {
            if (!closed) {
                lanes.resume(event);
                startOne();
            }
        }
    }

    /** Takes no more events, forgets those that wait, and waits some seconds for those that run. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        threads.close();
    }
}
