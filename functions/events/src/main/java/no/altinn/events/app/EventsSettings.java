package no.altinn.events.app;

import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the Events app is told by its settings.
 *
 * @param base the platform's own address, with a slash at its end; every address told is below it
 * @param appsDomain the domain below which apps are, in lower case
 * @param allowInsecureEndpoints whether subscriptions may name this machine's own addresses
 * @param openIdBase what the discovery document is below
 * @param issuers who may issue bearer tokens
 * @param acceptMissingIssuer whether a token that names no issuer is accepted
 * @param runtimeCookie the name of the second cookie that may hold a token
 * @param authorizationBase what the decision point is below
 * @param registerBase what Register is below
 * @param subscriptionKey the key of the platform's gateway
 * @param accessTokenIssuers whose platform access tokens open private endpoints
 */
public record EventsSettings(
        URI base,
        String appsDomain,
        boolean allowInsecureEndpoints,
        URI openIdBase,
        Set<String> issuers,
        boolean acceptMissingIssuer,
        String runtimeCookie,
        URI authorizationBase,
        URI registerBase,
        String subscriptionKey,
        Set<String> accessTokenIssuers) {

    public EventsSettings {
        issuers = Set.copyOf(issuers);
        accessTokenIssuers = Set.copyOf(accessTokenIssuers);
    }

    /**
     * Reads the settings.
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static EventsSettings read(Map<String, String> environment) {
        return SettingsReader.read(environment, EventsSettings::read);
    }

    /** Reads the settings; what is wrong with them is told with whatever else the reader reads. */
    public static EventsSettings read(SettingsReader reader) {
        return new EventsSettings(
                reader.baseUri("Events__BaseUri"),
                reader.text("Events__AppsDomain").toLowerCase(Locale.ROOT),
                reader.flag("Events__AllowInsecureEndpoints"),
                reader.baseUri("Platform__OpenIdBaseUri"),
                Set.copyOf(reader.list("Platform__Issuers")),
                reader.flag("Platform__AcceptMissingIssuer"),
                reader.text("Platform__RuntimeCookieName", "AltinnStudioRuntime"),
                reader.baseUri("Platform__AuthorizationBaseUri"),
                reader.baseUri("Platform__RegisterBaseUri"),
                reader.text("Platform__SubscriptionKey"),
                Set.copyOf(reader.list("Platform__AccessTokenIssuers")));
    }
}
