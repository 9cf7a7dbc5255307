package no.altinn.authentication.app;

import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the authentication app is told by its settings.
 *
 * @param issuer who issues Altinn's tokens; the discovery document is below it, and the site of its
 *     host is the one that browsers may send cookies from
 * @param maskinporten whose tokens of organisations are exchanged
 * @param idPorten whose tokens of persons are exchanged
 * @param serviceOwners where the list of service owners is
 * @param profileBase what Profile is below
 * @param subscriptionKey the key of the platform's gateway
 * @param runtimeCookie the name of the second cookie that may hold a token
 */
public record AuthenticationSettings(
        URI issuer,
        URI maskinporten,
        URI idPorten,
        URI serviceOwners,
        URI profileBase,
        String subscriptionKey,
        String runtimeCookie) {
    /** The host of what the reader gives for a setting that it has told to be wrong. */
    private static final String UNREADABLE = "invalid";

    /**
     * Reads the settings.
     *
     * @throws no.altinn.platform.settings.InvalidSettings naming everything that is wrong
     */
    public static AuthenticationSettings read(Map<String, String> environment) {
        return SettingsReader.read(environment, AuthenticationSettings::read);
    }

    /** Reads the settings; what is wrong with them is told by the reader's own check. */
    public static AuthenticationSettings read(SettingsReader reader) {
        URI issuer = reader.baseUri("Platform__OpenIdBaseUri");
        URI maskinporten = reader.baseUri("Authentication__MaskinportenIssuer");
        URI idPorten = reader.baseUri("Authentication__IdPortenIssuer");
        requireDifferent(reader, List.of(issuer, maskinporten, idPorten));
        return new AuthenticationSettings(
                issuer,
                maskinporten,
                idPorten,
                reader.uri("Authentication__ServiceOwnersUri"),
                reader.baseUri("Platform__ProfileBaseUri"),
                reader.text("Platform__SubscriptionKey"),
                reader.text("Platform__RuntimeCookieName", "AltinnStudioRuntime"));
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
