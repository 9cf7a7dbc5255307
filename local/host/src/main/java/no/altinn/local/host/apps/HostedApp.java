package no.altinn.local.host.apps;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.local.host.http.CallTime;

import java.util.regex.Pattern;

/**
 * A function app to host.
 *
 * @param name lower-case letters and digits, a letter first, at most 32; distinct within a host
 * @param functions the package that holds the app's function classes, itself or in packages below
 * @param injector the app's composition root
 * @param callTime when its HTTP functions are called
 */
public record HostedApp(
        String name, String functions, FunctionInstanceInjector injector, CallTime callTime) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name has another form
     */
    public HostedApp {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"%s\" is no name of an app".formatted(name));
        }
    }
}
