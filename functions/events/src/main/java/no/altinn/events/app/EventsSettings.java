package no.altinn.events.app;

import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.portal.PortalSettings;
import no.altinn.platform.app.PlatformSettings;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.app.TokenSettings;
import no.altinn.platform.settings.SettingsReader;
import no.altinn.platform.time.RetrySchedule;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the Events app. Immutable.
 *
 * @param base the platform's own address, with a slash at its end; every address in an answer is
 *     below it
 * @param appsDomain the domain below which apps are, in lower case
 * @param allowInsecureEndpoints whether subscriptions may name this machine's own addresses
 * @param maxSubscriptions the most subscriptions of one caller, 1 to 1 000 000
 * @param pushes when a push that failed is tried again: after 1 to 11 waits of 1 s to 24 h
 * @param tokens the tokens that are accepted
 * @param authorization the policy decision point
 * @param decisionsRememberedFor how long its decisions are used again, 0 to 5 minutes
 * @param register the register of parties
 * @param testTools the script by which the help page logs test persons in; empty in Azure
 * @param idPorten where persons log in to the portal; empty if that login is not offered
 */
public record EventsSettings(
        URI base,
        String appsDomain,
        boolean allowInsecureEndpoints,
        int maxSubscriptions,
        RetrySchedule pushes,
        TokenSettings tokens,
        ServiceSettings authorization,
        Duration decisionsRememberedFor,
        ServiceSettings register,
        Optional<URI> testTools,
        Optional<PortalSettings.IdPorten> idPorten) {
    private static final String CLIENT = "Events__IdPortenClientId";
    private static final String ISSUER = "Authentication__IdPortenIssuer";

    /**
     * Reads the settings.
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static EventsSettings read(Map<String, String> environment) {
        return SettingsReader.read(environment, EventsSettings::read);
    }

    /** Reads the settings; the reader gathers the wrong ones for its own check. */
    public static EventsSettings read(SettingsReader reader) {
        PlatformSettings platform = new PlatformSettings(reader);
        return new EventsSettings(
                reader.baseUri("Events__BaseUri"),
                reader.text("Events__AppsDomain").toLowerCase(Locale.ROOT),
                reader.flag("Events__AllowInsecureEndpoints"),
                reader.wholeNumber("Events__MaxSubscriptions", 10_000, 1_000_000),
                pushes(reader),
                platform.tokens(),
                platform.authorization(),
                platform.decisionsRememberedFor(),
                platform.register(),
                platform.testTools(),
                idPorten(reader));
    }

    /** Each is read, whatever the other says: a login needs both. */
    private static Optional<PortalSettings.IdPorten> idPorten(SettingsReader reader) {
        Optional<URI> issuer = reader.optionalUri(ISSUER);
        String client = reader.text(CLIENT, "");
        if (client.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty()) {
            reader.wrong(ISSUER + " is missing: " + CLIENT + " is a client there");
        }
        return issuer.map(uri -> new PortalSettings.IdPorten(uri, client));
    }

    /** What the portal has to know. The authentication API is beside the discovery document. */
    public PortalSettings portal() {
        return new PortalSettings(
                base,
                idPorten,
                tokens.openIdBase().resolve(".."),
                testTools.map(script -> script.resolve("test-callers.json").getRawPath()));
    }

    private static RetrySchedule pushes(SettingsReader reader) {
        List<Duration> waits = PushSchedule.TWELVE_ATTEMPTS.delays();
        return PushSchedule.of(
                reader.durations(
                        "Events__RetrySchedule",
                        waits,
                        waits.size(),
                        Duration.ofSeconds(1),
                        Duration.ofHours(24)));
    }
}
