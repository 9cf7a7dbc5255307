package no.altinn.authentication.app;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.authentication.exchange.AltinnTokens;
import no.altinn.authentication.exchange.ExchangeToken;
import no.altinn.authentication.exchange.IdPortenExchange;
import no.altinn.authentication.exchange.MaskinportenExchange;
import no.altinn.authentication.exchange.RefreshToken;
import no.altinn.authentication.functions.DocumentFunctions;
import no.altinn.authentication.functions.HelpFunctions;
import no.altinn.authentication.functions.OpenIdFunctions;
import no.altinn.authentication.functions.PortalOrigin;
import no.altinn.authentication.functions.PreflightFunctions;
import no.altinn.authentication.functions.TokenFunctions;
import no.altinn.authentication.functions.UnroutedFunctions;
import no.altinn.authentication.keys.OpenIdConfiguration;
import no.altinn.platform.app.FunctionInstances;
import no.altinn.platform.app.Http;
import no.altinn.platform.app.PlatformServices;
import no.altinn.platform.app.PublishedDocument;
import no.altinn.platform.app.UnroutedRequests;
import no.altinn.platform.auth.OutsideIssuer;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.help.HelpPage;
import no.altinn.platform.help.HelpSubject;
import no.altinn.platform.help.Panel;
import no.altinn.platform.jose.CachedSigningKeys;
import no.altinn.platform.jose.JwksSigningKeys;
import no.altinn.platform.jose.KeySetSource;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.orgs.CachedServiceOwners;
import no.altinn.platform.orgs.HttpServiceOwnerList;
import no.altinn.platform.profile.HttpUserProfiles;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The composition root of the authentication function app: one instance of each function class. */
public final class AuthenticationApp implements FunctionInstanceInjector {
    private static final String SCOPE = "no.altinn.authentication";

    private final CachedServiceOwners serviceOwners;
    private final FunctionInstances functions;

    /** Makes the app; no connection is opened before the first call. */
    public AuthenticationApp(
            AuthenticationSettings settings,
            AuthenticationAdapters adapters,
            OpenTelemetry telemetry,
            Clock clock) {
        SigningKeyRing keys = adapters.keys();
        PlatformHttp platform = new PlatformHttp();
        PlatformServices services = new PlatformServices(platform, clock);
        Http http =
                new Http(
                        services.authentication(keys, settings.issuer(), settings.runtimeCookie()),
                        new AuthenticationErrors(),
                        telemetry.getTracer(SCOPE),
                        clock);
        AltinnTokens tokens = new AltinnTokens(settings.issuer(), keys, UUID::randomUUID, clock);
        this.serviceOwners =
                new CachedServiceOwners(
                        new HttpServiceOwnerList(platform, settings.serviceOwners()), clock);
        MaskinportenExchange maskinporten =
                new MaskinportenExchange(
                        issuer(
                                settings.maskinporten(),
                                JwksSigningKeys.ofAuthorizationServer(
                                        platform, settings.maskinporten()),
                                clock),
                        serviceOwners,
                        tokens);
        IdPortenExchange idPorten =
                new IdPortenExchange(
                        issuer(
                                settings.idPorten(),
                                new JwksSigningKeys(platform, settings.idPorten()),
                                clock),
                        settings.partnerScopes(),
                        new HttpUserProfiles(
                                platform,
                                settings.profile().base(),
                                settings.profile().subscriptionKey(),
                                adapters.platformAccessToken()),
                        tokens);
        OpenIdFunctions openId =
                new OpenIdFunctions(http, new OpenIdConfiguration(settings.issuer()), keys);
        PortalOrigin portal = PortalOrigin.of(settings.events(), settings.issuer());
        PreflightFunctions preflights = new PreflightFunctions(http, portal);
        TokenFunctions exchange =
                new TokenFunctions(
                        http,
                        new ExchangeToken(
                                maskinporten, idPorten, new TokenAdvice(settings.issuer(), clock)),
                        new RefreshToken(tokens),
                        portal);
        DocumentFunctions documents =
                new DocumentFunctions(
                        http,
                        PublishedDocument.ofOpenApi(
                                AuthenticationApp.class,
                                "/no/altinn/authentication/help/openapi.json",
                                settings.issuer().resolve("/authentication/api/v1")));
        HelpFunctions help = new HelpFunctions(http, help(settings));
        this.functions =
                FunctionInstances.of(
                        openId,
                        exchange,
                        preflights,
                        documents,
                        help,
                        new UnroutedFunctions(
                                new UnroutedRequests(
                                        http,
                                        List.of(openId, exchange, preflights, documents, help))));
    }

    private static HelpPage help(AuthenticationSettings settings) {
        String api = "/authentication/api/v1";
        return new HelpPage(
                new HelpSubject(
                        "Help: the Authentication API",
                        "Hjelp: Authentication-API-et",
                        api + "/help",
                        api + "/openapi.json",
                        api,
                        List.of(Panel.BEARER, Panel.ACCEPT),
                        settings.testTools()));
    }

    private static OutsideIssuer issuer(URI issuer, KeySetSource keys, Clock clock) {
        return new OutsideIssuer(issuer, new CachedSigningKeys(keys, clock), clock);
    }

    /** Forgets the remembered service owners, for a host that knows when they have changed. */
    public void forgetServiceOwners() {
        serviceOwners.forget();
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
