package no.altinn.authentication.app;

import io.opentelemetry.api.GlobalOpenTelemetry;

import no.altinn.authentication.azure.KeyVaultKeys;
import no.altinn.authentication.azure.VaultSettings;
import no.altinn.platform.app.DeployedApp;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.start.WarmUp;

import java.time.Clock;
import java.util.Map;

/**
 * The authentication app as it runs in Azure. The Functions worker finds it by its registration in
 * {@code META-INF/services} and makes one of it. A setting that is missing or wrong makes every
 * call fail; all of them are named in one message.
 */
public final class DeployedAuthenticationApp extends DeployedApp {

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
        VaultSettings vault = VaultSettings.read(reader);
        reader.check();
        KeyVaultKeys keys = KeyVaultKeys.open(vault, clock);
        keys.warmUp(warmUp);
        return new AuthenticationApp(
                settings,
                new AuthenticationAdapters(keys.ring(), keys.platformAccessTokens()),
                GlobalOpenTelemetry.get(),
                clock);
    }
}
