package no.altinn.authentication.app;

import no.altinn.authentication.exchange.PartnerScopes;
import no.altinn.platform.app.PlatformSettings;
import no.altinn.platform.app.ServiceSettings;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the authentication app. Immutable.
 *
 * @param issuer who issues Altinn's tokens; the discovery document is below it, and the site of its
 *     host is the one that browsers may send cookies from
 * @param maskinporten whose tokens of organisations are exchanged
 * @param idPorten whose tokens of persons are exchanged
 * @param serviceOwners where the list of service owners is
 * @param partnerScopes scopes of persons' tokens that count as Altinn's own
 * @param profile the profiles of users
 * @param runtimeCookie the name of the second cookie that may hold a token
 * @param testTools the script by which the help page logs test persons in; empty in Azure
 * @param events the address of the Events app, whose portal may exchange and renew tokens; empty if
 *     there is none
 */
public record AuthenticationSettings(
        URI issuer,
        URI maskinporten,
        URI idPorten,
        URI serviceOwners,
        PartnerScopes partnerScopes,
        ServiceSettings profile,
        String runtimeCookie,
        Optional<URI> testTools,
        Optional<URI> events) {
    /** The host of the address that the reader gives for a wrong setting. */
    private static final String UNREADABLE = "invalid";

    private static final String PARTNER_SCOPES = "Authentication__PartnerScopes";

    /**
     * Reads the settings.
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static AuthenticationSettings read(Map<String, String> environment) {
        return SettingsReader.read(environment, AuthenticationSettings::read);
    }

    /** Reads the settings; the reader gathers the wrong ones for its own check. */
    public static AuthenticationSettings read(SettingsReader reader) {
        PlatformSettings platform = new PlatformSettings(reader);
        URI issuer = platform.openIdBase();
        URI maskinporten = reader.baseUri("Authentication__MaskinportenIssuer");
        URI idPorten = reader.baseUri("Authentication__IdPortenIssuer");
        requireDifferent(reader, List.of(issuer, maskinporten, idPorten));
        return new AuthenticationSettings(
                issuer,
                maskinporten,
                idPorten,
                reader.uri("Authentication__ServiceOwnersUri"),
                partnerScopes(reader),
                platform.profile(),
                platform.runtimeCookie(),
                platform.testTools(),
                reader.optionalUri("Events__BaseUri"));
    }

    private static PartnerScopes partnerScopes(SettingsReader reader) {
        Set<String> scopes = Set.copyOf(reader.optionalList(PARTNER_SCOPES));
        if (!scopes.stream().allMatch(PartnerScopes::isScope)) {
            reader.wrong(
                    PARTNER_SCOPES
                            + " must be scopes of the form prefix:name, such as"
                            + " digdir:dialogporten, separated by commas");
            return PartnerScopes.NONE;
        }
        return new PartnerScopes(scopes);
    }

    /** One issuer in two places would let the tokens of one kind be exchanged as another's. */
    private static void requireDifferent(SettingsReader reader, List<URI> issuers) {
        List<URI> readable =
                issuers.stream().filter(uri -> !UNREADABLE.equals(uri.getHost())).toList();
        if (Set.copyOf(readable).size() < readable.size()) {
            reader.wrong(
                    "Platform__OpenIdBaseUri, Authentication__MaskinportenIssuer and"
                            + " Authentication__IdPortenIssuer must differ");
        }
    }
}
