package no.altinn.local.host.apps;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.InvalidFunctions;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.eventgrid.EventGrid;
import no.altinn.local.host.http.FunctionsHandler;

import org.eclipse.jetty.server.Handler;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions of a list of apps: served on one web server, and fired by all their triggers.
 * Immutable.
 */
public final class AppHost {
    private final List<LoadedApp> apps;

    private AppHost(List<LoadedApp> apps) {
        this.apps = apps;
    }

    /**
     * Finds the functions of every app.
     *
     * @param settings the settings that all apps share, for the {@code %NAME%} in bindings and for
     *     functions that do not run
     * @param health is told what becomes of the functions and of the loops that fire them
     * @throws InvalidFunctions if the real host would refuse a function, or two apps claim the same
     *     route, queue or name; the message has every reason
     */
    public static AppHost load(
            List<HostedApp> apps, Function<String, Optional<String>> settings, LoopHealth health) {
        List<LoadedApp> loaded =
                apps.stream()
                        .map(
                                app ->
                                        new LoadedApp(
                                                app.name(),
                                                FunctionCatalog.scan(settings, app.functions()),
                                                new FunctionInvoker(app.injector(), health),
                                                app.callTime()))
                        .toList();
        List<String> conflicts = AppConflicts.of(loaded);
        if (!conflicts.isEmpty()) {
            throw new InvalidFunctions(conflicts);
        }
        return new AppHost(loaded);
    }

    /** Serves the HTTP functions of every app; other paths and methods are for the next handler. */
    public Handler handler() {
        return new Handler.Sequence(apps.stream().map(AppHost::handler).toList());
    }

    /**
     * Serves the HTTP functions of one app; other paths and methods are for the next handler.
     *
     * @throws IllegalArgumentException if no app has the name
     */
    public Handler handler(String name) {
        return apps.stream()
                .filter(app -> app.name().equals(name))
                .findFirst()
                .map(AppHost::handler)
                .orElseThrow(() -> new IllegalArgumentException("There is no app " + name));
    }

    private static Handler handler(LoadedApp app) {
        return new FunctionsHandler(app.catalog(), app.invoker(), app.callTime());
    }

    /** How many functions the apps have together. */
    public int functions() {
        return apps.stream().mapToInt(app -> app.catalog().functions().size()).sum();
    }

    /**
     * Starts to fire the functions of every app that have a trigger other than HTTP.
     *
     * @param eventGrid the topics that the apps publish to
     * @param clock the clock of timers, and of the sources' times
     * @throws MissingSources if a trigger's queue or container is in no source; nothing is fired
     */
    public AppTriggers startTriggers(TriggerSources sources, EventGrid eventGrid, Clock clock) {
        return AppTriggers.start(apps, sources, eventGrid, clock);
    }
}
