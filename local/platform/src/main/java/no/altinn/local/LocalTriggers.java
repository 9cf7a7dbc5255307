package no.altinn.local;

import no.altinn.local.backend.Backend;
import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Parts;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.changefeed.ChangeFeedPump;
import no.altinn.local.host.eventgrid.EventGridPump;
import no.altinn.local.host.queue.QueuePump;
import no.altinn.local.host.timer.TimerPump;

import java.time.Clock;

/** Everything but HTTP that fires the functions of an app. */
final class LocalTriggers implements AutoCloseable {
    private final Parts pumps = new Parts();

    /** Starts to fire the functions of a catalog from the backend. */
    LocalTriggers(
            FunctionCatalog catalog,
            FunctionInvoker invoker,
            Backend backend,
            PumpRelay relay,
            Clock clock) {
        for (HostedFunction function : catalog.firedBy(Trigger.EventGrid.class)) {
            relay.connect(pumps.add(new EventGridPump(function, invoker)));
        }
        for (HostedFunction function : catalog.firedBy(Trigger.Queue.class)) {
            String queue = function.trigger(Trigger.Queue.class).queueName();
            QueuePump pump =
                    pumps.add(new QueuePump(function, invoker, backend.queue(queue), clock));
            backend.onMessage(pump::wake);
        }
        for (HostedFunction function : catalog.firedBy(Trigger.CosmosDb.class)) {
            pumps.add(new ChangeFeedPump(function, invoker, backend.changeFeed(function.name())));
        }
        for (HostedFunction function : catalog.firedBy(Trigger.Timer.class)) {
            pumps.add(new TimerPump(function, invoker, clock));
        }
    }

    /** Stops the latest first: what produces work before what does it. */
    @Override
    public void close() {
        pumps.close();
    }
}
