package no.altinn.events.app;

import java.util.Map;

/**
 * Which functions of the package run in this process. The package is deployed twice: the API
 * answers requests, and the worker does everything else, so that endpoints that hang take no places
 * of publishers. On one machine, one process does both.
 */
public enum Site {
    /** Answers requests, and carries what else it is given. */
    API,

    /** Relays, delivers and sweeps; it answers no request, and needs no setting for that. */
    WORKER;

    /** A function of the API. All of them are disabled together. */
    private static final String OF_THE_API = "PublishEvent";

    /**
     * The site that the host's own settings make of this process.
     *
     * @param environment a function is disabled by {@code AzureWebJobs.NAME.Disabled}; Linux has
     *     underscores in the place of the dots
     */
    public static Site of(Map<String, String> environment) {
        return isOn(environment, "AzureWebJobs." + OF_THE_API + ".Disabled")
                        || isOn(environment, "AzureWebJobs_" + OF_THE_API + "_Disabled")
                ? WORKER
                : API;
    }

    /** By the host's reading of its settings. */
    private static boolean isOn(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    /** Whether functions with HTTP triggers run here. */
    public boolean answersRequests() {
        return this == API;
    }
}
