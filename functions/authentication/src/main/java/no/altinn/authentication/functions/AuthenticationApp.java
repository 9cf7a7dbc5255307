package no.altinn.authentication.functions;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.authentication.keys.OpenIdConfiguration;
import no.altinn.authentication.keys.SigningKeyRing;

import java.net.URI;
import java.util.Map;

/** The composition root of the authentication function app: one instance of each function class. */
public final class AuthenticationApp implements FunctionInstanceInjector {
    private final Map<Class<?>, Object> functions;

    /**
     * Puts the app together.
     *
     * @param platformBase scheme and host that the platform is reached at from outside
     * @param keys what tokens are signed with
     */
    public AuthenticationApp(URI platformBase, SigningKeyRing keys) {
        functions =
                Map.of(
                        OpenIdFunctions.class,
                        new OpenIdFunctions(OpenIdConfiguration.of(platformBase), keys));
    }

    /**
     * The app's instance of a function class.
     *
     * @throws IllegalArgumentException for a class that is none of this app's
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        Object instance = functions.get(functionClass);
        if (instance == null) {
            throw new IllegalArgumentException(
                    functionClass.getName() + " is no function class of the authentication app");
        }
        return functionClass.cast(instance);
    }
}
