package no.altinn.rest.app;

import no.altinn.platform.app.PlatformSettings;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.app.TokenSettings;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.Map;

/**
 * The settings of the REST app. Immutable.
 *
 * @param base the app's own address, ending in a slash: addresses in answers begin with {@code
 *     {base}api}
 * @param events the platform's Events API
 * @param tokens which tokens are accepted
 * @param logins how callers log in
 * @param parties where parties are looked up
 * @param allowInsecureEndpoints whether services of the catalogue may name addresses of this
 *     machine, in the clear too
 */
public record RestSettings(
        URI base,
        ServiceSettings events,
        TokenSettings tokens,
        LoginSettings logins,
        PartySettings parties,
        boolean allowInsecureEndpoints) {
    /**
     * Reads the settings.
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static RestSettings read(Map<String, String> environment) {
        return SettingsReader.read(environment, RestSettings::read);
    }

    /** Reads the settings; the reader gathers the wrong ones for its own check. */
    public static RestSettings read(SettingsReader reader) {
        PlatformSettings platform = new PlatformSettings(reader);
        return new RestSettings(
                reader.baseUri("Rest__BaseUri"),
                new ServiceSettings(
                        reader.baseUri("Rest__EventsBaseUri"),
                        reader.text("Platform__SubscriptionKey")),
                platform.tokens(),
                LoginSettings.read(reader),
                PartySettings.read(reader),
                reader.flag("Rest__AllowInsecureEndpoints"));
    }
}
