package no.altinn.local.host.sample;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.HostedFunction;

import java.util.Map;
import java.util.Optional;

/** The sample functions as an app with settings. */
public final class SampleApp {
    private static final Map<String, String> SETTINGS =
            Map.of("DATABASE", "db", "QUEUE", "messages", "SCHEDULE", "0 */5 * * * *");

    private SampleApp() {}

    public static FunctionCatalog catalog() {
        return FunctionCatalog.scan(
                name -> Optional.ofNullable(SETTINGS.get(name)), "no.altinn.local.host.sample");
    }

    public static HostedFunction function(String name) {
        return catalog().functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
