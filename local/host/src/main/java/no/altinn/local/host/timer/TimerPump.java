package no.altinn.local.host.timer;

import no.altinn.local.host.BindingValues;
import no.altinn.local.host.FunctionFailed;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.InvocationRequest;
import no.altinn.local.host.PumpThread;
import no.altinn.local.host.Trigger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Fires a timer function at the times of its NCRONTAB schedule, in UTC. There are never two runs at
 * once: the times that pass during a run are skipped.
 */
public final class TimerPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimerPump.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    // The clock may be set, or the machine may sleep, so the pump checks a long wait on the way.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss").withZone(ZoneId.systemDefault());

    private final HostedFunction function;
    private final FunctionInvoker invoker;
    private final Clock clock;
    private final Duration longestWait;
    private final NcronSchedule schedule;
    private final PumpThread thread;
    // Once the pump's thread has started, it alone reads and writes these two.
    private Instant last;
    private Instant next;

    /**
     * Starts to fire the function.
     *
     * @throws IllegalArgumentException if the function has no timer trigger, or no valid schedule
     */
    public TimerPump(HostedFunction function, FunctionInvoker invoker, Clock clock) {
        this(function, invoker, clock, LONGEST_WAIT);
    }

    TimerPump(HostedFunction function, FunctionInvoker invoker, Clock clock, Duration longestWait) {
        this.function = function;
        this.invoker = invoker;
        this.clock = clock;
        this.longestWait = longestWait;
        this.schedule = NcronSchedule.parse(function.trigger(Trigger.Timer.class).schedule());
        this.last = Instant.EPOCH;
        this.next = schedule.after(clock.instant());
        this.thread =
                PumpThread.start(
                        "timer-" + function.name(), GRACE, this::waitOrFire, invoker.health());
    }

    private void waitOrFire(PumpThread self) throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            Duration left = Duration.between(now, next);
            self.pause(left.compareTo(longestWait) < 0 ? left : longestWait);
            return;
        }
        fire(now);
        last = now;
        next = schedule.after(clock.instant());
    }

    private void fire(Instant now) {
        String payload =
                """
                {"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"%s","Next":"%s",\
                "LastUpdated":"%s"},"IsPastDue":false}"""
                        .formatted(last, schedule.after(now), last);
        try {
            invoker.invoke(
                    function,
                    InvocationRequest.of(
                            payload,
                            BindingValues.of(Map.of("TimerTrigger", LOCAL_TIME.format(now)))));
        } catch (FunctionFailed e) {
            LOG.debug("{} runs again at its next time", function.name(), e);
        }
    }

    /** Fires no more, and waits some seconds for a run. */
    @Override
    public void close() {
        thread.close();
    }
}
