package no.altinn.local.host;

import java.util.Optional;
import java.util.function.Function;

/**
 * The functions that settings keep from running, as in Azure: {@code AzureWebJobs.NAME.Disabled},
 * or with underscores in the place of the dots, which Linux puts there.
 *
 * @param settings the app's settings
 */
record DisabledFunctions(Function<String, Optional<String>> settings) {
    /** Whether the function of this name neither answers nor is fired. */
    boolean has(String name) {
        return isOn("AzureWebJobs." + name + ".Disabled")
                || isOn("AzureWebJobs_" + name + "_Disabled");
    }

    private boolean isOn(String setting) {
        return settings.apply(setting)
                .map(String::strip)
                .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
                .isPresent();
    }
}
