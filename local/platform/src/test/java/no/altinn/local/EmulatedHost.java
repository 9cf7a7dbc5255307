package no.altinn.local;

import no.altinn.events.app.DeployedEventsApp;
import no.altinn.local.azure.AzureBackend;
import no.altinn.local.azure.AzureBackendSettings;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.apps.AppHost;
import no.altinn.local.host.apps.HostedApp;
import no.altinn.local.host.eventgrid.EventGrid;
import no.altinn.local.host.http.CallTime;
import no.altinn.local.host.http.LocalServer;
import no.altinn.platform.settings.SettingsReader;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Functions host's part in {@code func start}, for the Events app: a process with the app's
 * settings in its environment makes the app as the worker makes it, serves its HTTP functions and
 * fires the others by queues, change feed and timers. Nothing sends to its Event Grid topic.
 */
public final class EmulatedHost {
    private EmulatedHost() {}

    /**
     * Says {@code Ready} when all runs, and goes on until it is killed.
     *
     * @param arguments the port to listen on
     */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        Map<String, String> settings = System.getenv();
        LoopHealth health = new LoopHealth(clock);
        AppHost host =
                AppHost.load(
                        List.of(
                                new HostedApp(
                                        BackendSources.EVENTS,
                                        "no.altinn.events.functions",
                                        new DeployedEventsApp(),
                                        CallTime.WITH_BODY)),
                        name -> Optional.ofNullable(settings.get(name)),
                        health);
        LocalServer server = LocalServer.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        server.start(host.handler());
        // What feeds the triggers is the host's, with connections of its own.
        AzureBackend sources =
                AzureBackend.open(SettingsReader.read(settings, AzureBackendSettings::read), clock);
        host.startTriggers(new BackendSources(sources), new EventGrid(), clock);
        System.out.println("Ready");
    }
}
