package no.altinn.events.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.CachedPlatformCertificates;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.jose.CachedSigningKeys;
import no.altinn.platform.jose.JwksSigningKeys;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.pdp.HttpPolicyDecisionPoint;
import no.altinn.platform.pdp.MeasuredPolicyDecisionPoint;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.CachedRegister;
import no.altinn.platform.register.HttpRegister;
import no.altinn.platform.register.Register;

import java.time.Clock;

/** The rest of the platform as the app sees it. */
record PlatformServices(
        Authentication authentication, PolicyDecisionPoint decisions, Register register) {

    static PlatformServices of(
            EventsSettings settings, Adapters adapters, Meter meter, Clock clock) {
        PlatformHttp http = new PlatformHttp();
        Authentication authentication =
                new Authentication(
                        new BearerToken(settings.runtimeCookie(), settings.base()),
                        new AltinnTokenValidator(
                                new CachedSigningKeys(
                                        new JwksSigningKeys(http, settings.openIdBase()), clock),
                                new TokenIssuers(
                                        settings.issuers(), settings.acceptMissingIssuer()),
                                clock),
                        new PlatformAccessTokenValidator(
                                new CachedPlatformCertificates(
                                        adapters.certificates(),
                                        settings.accessTokenIssuers(),
                                        clock),
                                clock));
        PolicyDecisionPoint decisions =
                new CachedPolicyDecisionPoint(
                        new MeasuredPolicyDecisionPoint(
                                new HttpPolicyDecisionPoint(
                                        http,
                                        settings.authorizationBase(),
                                        settings.subscriptionKey()),
                                meter,
                                clock),
                        clock);
        Register register =
                new CachedRegister(
                        new HttpRegister(
                                http,
                                settings.registerBase(),
                                settings.subscriptionKey(),
                                adapters.platformAccessToken()),
                        clock);
        return new PlatformServices(authentication, decisions, register);
    }
}
