package no.altinn.local.host.apps;

import no.altinn.local.host.CloseStack;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.local.host.changefeed.ChangeFeedConsumer;
import no.altinn.local.host.changefeed.ChangeFeedPump;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.eventgrid.EventGrid;
import no.altinn.local.host.eventgrid.EventGridPump;
import no.altinn.local.host.queue.QueuePump;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.local.host.timer.TimerPump;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Everything but HTTP that fires the functions of a list of apps, until it is closed. */
public final class AppTriggers implements AutoCloseable {
    /** A function and the source of its work. */
    private record Fed<S>(LoadedApp app, HostedFunction function, S source) {}

    private final CloseStack pumps = new CloseStack();

    private AppTriggers() {}

    /**
     * Starts to fire the functions.
     *
     * @throws MissingSources if a queue or container is in no source; nothing has been fired then
     */
    static AppTriggers start(
            List<LoadedApp> apps, TriggerSources sources, EventGrid eventGrid, Clock clock) {
        List<String> missing = new ArrayList<>();
        List<Fed<QueueSource>> queues =
                find(
                        apps,
                        Trigger.Queue.class,
                        (app, function) -> sources.queue(function.trigger(Trigger.Queue.class)),
                        missing);
        List<Fed<ChangeFeedSource>> feeds =
                find(
                        apps,
                        Trigger.CosmosDb.class,
                        (app, function) ->
                                sources.changeFeed(
                                        function.trigger(Trigger.CosmosDb.class),
                                        new ChangeFeedConsumer(app.name(), function.name())),
                        missing);
        if (!missing.isEmpty()) {
            throw new MissingSources(missing);
        }
        AppTriggers triggers = new AppTriggers();
        try {
            triggers.startEventGrid(apps, eventGrid);
            triggers.startQueues(queues, sources, clock);
            triggers.startFeeds(feeds);
            triggers.startTimers(apps, clock);
        } catch (RuntimeException e) {
            triggers.close();
            throw e;
        }
        return triggers;
    }

    private static <S> List<Fed<S>> find(
            List<LoadedApp> apps,
            Class<? extends Trigger> kind,
            BiFunction<LoadedApp, HostedFunction, Optional<S>> source,
            List<String> missing) {
        List<Fed<S>> fed = new ArrayList<>();
        for (LoadedApp app : apps) {
            for (HostedFunction function : app.firedBy(kind)) {
                source.apply(app, function)
                        .ifPresentOrElse(
                                found -> fed.add(new Fed<>(app, function, found)),
                                () -> missing.add(missing(app, function)));
            }
        }
        return fed;
    }

    private static String missing(LoadedApp app, HostedFunction function) {
        String source =
                function.trigger() instanceof Trigger.CosmosDb feed
                        ? "container %s in the database %s"
                                .formatted(feed.container(), feed.database())
                        : "queue " + function.trigger(Trigger.Queue.class).queueName();
        return "%s of %s: there is no %s".formatted(function.name(), app.name(), source);
    }

    private void startEventGrid(List<LoadedApp> apps, EventGrid eventGrid) {
        for (LoadedApp app : apps) {
            List<EventGridPump> started = new ArrayList<>();
            for (HostedFunction function : app.firedBy(Trigger.EventGrid.class)) {
                started.add(pumps.add(new EventGridPump(function, app.invoker())));
            }
            eventGrid.topic(app.name()).connect(started);
        }
    }

    private void startQueues(List<Fed<QueueSource>> queues, TriggerSources sources, Clock clock) {
        for (Fed<QueueSource> fed : queues) {
            QueuePump pump =
                    pumps.add(
                            new QueuePump(
                                    fed.function(), fed.app().invoker(), fed.source(), clock));
            sources.onMessage(pump::wake);
        }
    }

    private void startFeeds(List<Fed<ChangeFeedSource>> feeds) {
        for (Fed<ChangeFeedSource> fed : feeds) {
            pumps.add(new ChangeFeedPump(fed.function(), fed.app().invoker(), fed.source()));
        }
    }

    private void startTimers(List<LoadedApp> apps, Clock clock) {
        for (LoadedApp app : apps) {
            for (HostedFunction function : app.firedBy(Trigger.Timer.class)) {
                pumps.add(new TimerPump(function, app.invoker(), clock));
            }
        }
    }

    /** Stops what produces work before what does the work. */
    @Override
    public void close() {
        pumps.close();
    }
}
