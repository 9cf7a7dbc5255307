package no.altinn.authentication.app;

import io.opentelemetry.api.GlobalOpenTelemetry;

import no.altinn.authentication.azure.KeyVaultKeys;
import no.altinn.authentication.azure.VaultSettings;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.keyfile.NamedKeyFile;
import no.altinn.platform.keyfile.PlatformKeys;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The authentication app as it runs in Azure, and under the Functions host anywhere else. The
 * worker finds it by its registration in {@code META-INF/services} and makes one of it. A setting
 * that is missing or wrong makes every call fail; all of them are named in one message.
 */
public final class DeployedAuthenticationApp extends DeployedApp {
    /** The app's name in its platform access tokens. */
    private static final String APP = "authentication";

    /** Starts the app with the settings of the environment. */
    public DeployedAuthenticationApp() {
        this(System.getenv(), Clock.systemUTC(), WarmUp.inBackground());
    }

    DeployedAuthenticationApp(Map<String, String> environment, Clock clock, WarmUp warmUp) {
        super(() -> start(environment, clock, warmUp));
    }

    private static AuthenticationApp start(
            Map<String, String> environment, Clock clock, WarmUp warmUp) {
        SettingsReader reader = new SettingsReader(environment);
        AuthenticationSettings settings = AuthenticationSettings.read(reader);
        BiFunction<Clock, WarmUp, AuthenticationAdapters> adapters = adapters(reader);
        reader.check();
        return new AuthenticationApp(
                settings, adapters.apply(clock, warmUp), GlobalOpenTelemetry.get(), clock);
    }

    /** The keys of the vault; those of a file on a developer's machine. */
    private static BiFunction<Clock, WarmUp, AuthenticationAdapters> adapters(
            SettingsReader reader) {
        if (NamedKeyFile.isNamed(reader)) {
            Optional<PlatformKeys> file = NamedKeyFile.read(reader);
            return (clock, warmUp) -> {
                PlatformKeys keys = file.orElseThrow();
                return new AuthenticationAdapters(keys, keys.platformAccessTokens(APP, clock));
            };
        }
        VaultSettings vault = VaultSettings.read(reader);
        return (clock, warmUp) -> {
            KeyVaultKeys keys = KeyVaultKeys.open(vault, clock);
            keys.warmUp(warmUp);
            return new AuthenticationAdapters(keys.ring(), keys.platformAccessTokens());
        };
    }
}
