package no.altinn.platform.app;

import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.Authentication;
import no.altinn.platform.auth.BearerToken;
import no.altinn.platform.auth.CachedPlatformCertificates;
import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.auth.PlatformCertificates;
import no.altinn.platform.auth.TokenAdvice;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.jose.CachedSigningKeys;
import no.altinn.platform.jose.JwksSigningKeys;
import no.altinn.platform.jose.RingSigningKeys;
import no.altinn.platform.jose.SigningKeyRing;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.pdp.HttpPolicyDecisionPoint;
import no.altinn.platform.pdp.MeasuredPolicyDecisionPoint;
import no.altinn.platform.register.CachedRegister;
import no.altinn.platform.register.HttpRegister;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Wires the services of the platform that apps share. An app makes the ones that it uses, each
 * once, in its composition root; no connection is opened before the first call. Thread-safe.
 */
public final class PlatformServices {
    /** How many calls for the decisions on one list of requests are under way at once. */
    private static final int DECISIONS_AT_ONCE = 16;

    private final PlatformHttp http;
    private final Clock clock;

    /**
     * Services over one HTTP client.
     *
     * @param http the client that every service is called with
     * @param clock decides what has expired, in tokens and in caches
     */
    public PlatformServices(PlatformHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * Accepts bearer tokens of the issuers in the settings, whose keys are fetched and cached, and
     * platform access tokens of every issuer that has a certificate.
     *
     * @param base this app's own address; browsers may send cookies from its site alone
     * @param certificates where issuers' certificates are kept; they are cached here
     */
    public Authentication authentication(
            TokenSettings settings, URI base, PlatformCertificates certificates) {
        return new Authentication(
                new BearerToken(settings.runtimeCookie(), base),
                bearers(settings),
                new PlatformAccessTokenValidator(
                        new CachedPlatformCertificates(
                                certificates, settings.accessTokenIssuers(), clock),
                        clock),
                new TokenAdvice(base, clock));
    }

    /** Accepts bearer tokens of the issuers in the settings, whose keys are fetched and cached. */
    public AltinnTokenValidator bearers(TokenSettings settings) {
        return new AltinnTokenValidator(
                new CachedSigningKeys(new JwksSigningKeys(http, settings.openIdBase()), clock),
                new TokenIssuers(settings.issuers(), settings.acceptMissingIssuer()),
                clock);
    }

    /**
     * Accepts bearer tokens that the app itself has issued, and no platform access token.
     *
     * @param keys the app's own keys
     * @param issuer the name under which the app issues tokens; browsers may send cookies from the
     *     site of its host alone
     * @param runtimeCookie the name of the second cookie that may hold a bearer token
     */
    public Authentication authentication(SigningKeyRing keys, URI issuer, String runtimeCookie) {
        return new Authentication(
                new BearerToken(runtimeCookie, issuer),
                new AltinnTokenValidator(
                        new RingSigningKeys(keys),
                        new TokenIssuers(Set.of(issuer.toString()), false),
                        clock),
                new PlatformAccessTokenValidator(unknown -> Optional.empty(), clock),
                new TokenAdvice(issuer, clock));
    }

    /**
     * Policy decisions, measured and cached.
     *
     * @param rememberedFor how long a decision is used again, 0 to 5 minutes
     * @param meter takes the duration of each call
     * @param threads where further calls are made when one is not enough for all requests
     */
    public CachedPolicyDecisionPoint decisions(
            ServiceSettings authorization, Duration rememberedFor, Meter meter, Executor threads) {
        return new CachedPolicyDecisionPoint(
                new MeasuredPolicyDecisionPoint(
                        new HttpPolicyDecisionPoint(
                                http,
                                authorization.base(),
                                authorization.subscriptionKey(),
                                new SideBySide(threads, DECISIONS_AT_ONCE)),
                        meter,
                        clock),
                rememberedFor,
                clock);
    }

    /**
     * Parties, cached.
     *
     * @param platformAccessToken gives the token with which the app calls Register
     */
    public CachedRegister register(ServiceSettings register, Supplier<String> platformAccessToken) {
        return new CachedRegister(
                new HttpRegister(
                        http, register.base(), register.subscriptionKey(), platformAccessToken),
                clock);
    }
}
