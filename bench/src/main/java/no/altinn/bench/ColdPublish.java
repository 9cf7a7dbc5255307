package no.altinn.bench;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.events.functions.DeployedEventsApp;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.platform.functions.FakeMessage;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What happens in a process that has just been started for the deployed Events app: its composition
 * root is made, and an event is published, twice. Settings come from the environment.
 */
final class ColdPublish {
    private static final double NANOS_PER_MILLI = 1e6;

    private ColdPublish() {}

    /**
     * Prints how long each step took in milliseconds, and how many classes had been loaded by then.
     *
     * @param arguments a bearer token
     */
    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        PublishFunctions functions = new DeployedEventsApp().getInstance(PublishFunctions.class);
        long constructed = System.nanoTime();
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        publish(functions, arguments[0], "1");
        long published = System.nanoTime();
        long classesThen = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        publish(functions, arguments[0], "2");
        long again = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.1f %d %d%n",
                (constructed - begin) / NANOS_PER_MILLI,
                (published - constructed) / NANOS_PER_MILLI,
                (again - published) / NANOS_PER_MILLI,
                classes,
                classesThen);
        // The SDKs' threads would keep the process.
        System.exit(0);
    }

    private static void publish(PublishFunctions functions, String token, String id) {
        FakeMessage event =
                FakeMessage.post(
                                "http://localhost/events/api/v1/events",
                                """
                                {"specversion":"1.0","id":"%s","source":"urn:bench:%d","type":"cold",\
                                "resource":"urn:altinn:resource:ttd-bench"}"""
                                        .formatted(id, System.nanoTime()))
                        .with("authorization", "Bearer " + token)
                        .with("content-type", "application/cloudevents+json");
        HttpResponseMessage answer = functions.publishEvent(event);
        if (answer.getStatusCode() != 200) {
            throw new IllegalStateException("Publishing was answered with " + answer.getStatus());
        }
    }
}
