package no.altinn.authentication.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.authentication.exchange.AltinnTokens;
import no.altinn.authentication.exchange.ExchangeToken;
import no.altinn.authentication.exchange.IdPortenExchange;
import no.altinn.authentication.exchange.MaskinportenExchange;
import no.altinn.authentication.exchange.OutsideIssuer;
import no.altinn.authentication.exchange.RefreshToken;
import no.altinn.authentication.functions.OpenIdFunctions;
import no.altinn.authentication.functions.TokenFunctions;
import no.altinn.authentication.keys.OpenIdConfiguration;
import no.altinn.authentication.lookup.CachedServiceOwners;
import no.altinn.authentication.lookup.HttpServiceOwnerList;
import no.altinn.authentication.lookup.HttpUserProfiles;
import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.Http;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.jose.CachedSigningKeys;
import no.altinn.platform.jose.JwksSigningKeys;
import no.altinn.platform.jose.KeySetSource;
import no.altinn.platform.jose.RingSigningKeys;
import no.altinn.platform.jose.SigningKeyRing;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The composition root of the authentication function app: one instance of each function class. */
public final class AuthenticationApp implements FunctionInstanceInjector {
    private static final String SCOPE = "no.altinn.authentication";

    private final FunctionInstances functions;

    /** Makes the app; no connection is opened before the first call. */
    public AuthenticationApp(
            AuthenticationSettings settings,
            AuthenticationAdapters adapters,
            OpenTelemetry telemetry,
            Clock clock) {
        SigningKeyRing keys = adapters.keys();
        PlatformHttp platform = new PlatformHttp();
        Http http =
                new Http(
                        authentication(settings, keys, clock),
                        new AuthenticationErrors(),
                        telemetry.getTracer(SCOPE),
                        clock);
        AltinnTokens tokens = new AltinnTokens(settings.issuer(), keys, UUID::randomUUID, clock);
        MaskinportenExchange maskinporten =
                new MaskinportenExchange(
                        issuer(
                                settings.maskinporten(),
                                JwksSigningKeys.ofAuthorizationServer(
                                        platform, settings.maskinporten()),
                                clock),
                        new CachedServiceOwners(
                                new HttpServiceOwnerList(platform, settings.serviceOwners()),
                                clock),
                        tokens);
        IdPortenExchange idPorten =
                new IdPortenExchange(
                        issuer(
                                settings.idPorten(),
                                new JwksSigningKeys(platform, settings.idPorten()),
                                clock),
                        new HttpUserProfiles(
                                platform,
                                settings.profileBase(),
                                settings.subscriptionKey(),
                                adapters.platformAccessToken()),
                        tokens);
        this.functions =
                FunctionInstances.of(
                        new OpenIdFunctions(http, new OpenIdConfiguration(settings.issuer()), keys),
                        new TokenFunctions(
                                http,
                                new ExchangeToken(maskinporten, idPorten),
                                new RefreshToken(tokens)));
    }

    private static OutsideIssuer issuer(URI issuer, KeySetSource keys, Clock clock) {
        return new OutsideIssuer(issuer, new CachedSigningKeys(keys, clock), clock);
    }

    /** Altinn's own tokens alone: nothing here is open to platform access tokens. */
    private static Authentication authentication(
            AuthenticationSettings settings, SigningKeyRing keys, Clock clock) {
        return new Authentication(
                new BearerToken(settings.runtimeCookie(), settings.issuer()),
                new AltinnTokenValidator(
                        new RingSigningKeys(keys),
                        new TokenIssuers(Set.of(settings.issuer().toString()), false),
                        clock),
                new PlatformAccessTokenValidator(issuer -> Optional.empty(), clock));
    }

    /**
     * The one instance of a function class.
     *
     * @throws IllegalArgumentException if this app has no such class
     */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functions.getInstance(functionClass);
    }
}
