package no.altinn.rest.app;

import no.altinn.platform.app.PlatformSettings;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.SettingsReader;

/**
 * Where parties are looked up.
 *
 * @param authorization tells whom persons act for by public registers
 * @param register tells names and numbers
 * @param profile tells who is which user
 */
public record PartySettings(
        ServiceSettings authorization, ServiceSettings register, ServiceSettings profile) {
    /** Reads the settings; the reader gathers the wrong ones for its own check. */
    public static PartySettings read(SettingsReader reader) {
        PlatformSettings platform = new PlatformSettings(reader);
        return new PartySettings(platform.authorization(), platform.register(), platform.profile());
    }
}
