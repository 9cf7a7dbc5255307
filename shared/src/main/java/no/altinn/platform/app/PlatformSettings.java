package no.altinn.platform.app;

import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.settings.SettingsReader;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings {@code Platform__*}, which every app names alike. An app calls the methods for
 * the services that it uses; the settings of the others may be missing. Wrong settings are gathered
 * by the reader, whose {@link SettingsReader#check} names them together. Not thread-safe.
 */
public final class PlatformSettings {
    private final SettingsReader reader;

    /**
     * Platform settings among an app's own.
     *
     * @param reader the reader that the app reads its own settings from
     */
    public PlatformSettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** The settings of an app that accepts bearer tokens and platform access tokens. */
    public TokenSettings tokens() {
        return new TokenSettings(
                openIdBase(),
                Set.copyOf(reader.list("Platform__Issuers")),
                reader.flag("Platform__AcceptMissingIssuer"),
                runtimeCookie(),
                Set.copyOf(reader.list("Platform__AccessTokenIssuers")));
    }

    /** The issuer of Altinn's tokens, with a slash at its end; its discovery document is below. */
    public URI openIdBase() {
        return reader.baseUri("Platform__OpenIdBaseUri");
    }

    /** The name of the second cookie that may hold a bearer token. */
    public String runtimeCookie() {
        return reader.text("Platform__RuntimeCookieName", "AltinnStudioRuntime");
    }

    /** The policy decision point. */
    public ServiceSettings authorization() {
        return service("Platform__AuthorizationBaseUri");
    }

    /**
     * How long a decision of the policy decision point is used again, 0 to 5 minutes: for as long,
     * a right that is given or taken may not count yet. 5 minutes when it is left out.
     */
    public Duration decisionsRememberedFor() {
        return reader.duration(
                "Platform__DecisionsRememberedFor",
                CachedPolicyDecisionPoint.MAX_AGE,
                Duration.ZERO,
                CachedPolicyDecisionPoint.MAX_AGE);
    }

    /** The register of parties. */
    public ServiceSettings register() {
        return service("Platform__RegisterBaseUri");
    }

    /** The profiles of users. */
    public ServiceSettings profile() {
        return service("Platform__ProfileBaseUri");
    }

    /**
     * The script by which help pages log test persons in, of their own origin; there is one where
     * the platform is local.
     */
    public Optional<URI> testTools() {
        return reader.optionalUri("Platform__TestToolsUri");
    }

    private ServiceSettings service(String base) {
        return new ServiceSettings(reader.baseUri(base), reader.text("Platform__SubscriptionKey"));
    }
}
