package no.altinn.platform.auth;

import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.InvalidToken;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Who sends a request. Thread-safe. */
public final class Authentication {
    private final BearerToken bearerToken;
    private final AltinnTokenValidator bearers;
    private final PlatformAccessTokenValidator platformAccessTokens;
    private final TokenAdvice advice;

    /**
     * A reader of requests.
     *
     * @param bearerToken where the bearer token stands in a request
     * @param advice what the senders of refused tokens are told
     */
    public Authentication(
            BearerToken bearerToken,
            AltinnTokenValidator bearers,
            PlatformAccessTokenValidator platformAccessTokens,
            TokenAdvice advice) {
        this.bearerToken = bearerToken;
        this.bearers = bearers;
        this.platformAccessTokens = platformAccessTokens;
        this.advice = advice;
    }

    /**
     * Gets what the first bearer token would wait for.
     *
     * @throws no.altinn.platform.client.Unavailable if it cannot be had now
     */
    public void warmUp() {
        bearers.warmUp();
    }

    /**
     * The bearer token of a request.
     *
     * @return empty when none was sent
     * @throws Problem 401 if one was sent that is not good; 403 if it is a cookie that another site
     *     made the browser send
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Optional<AltinnToken> bearer(Request request) {
        Optional<String> jwt = bearerToken.find(request);
        if (jwt.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(bearers.validate(jwt.get()));
        } catch (InvalidToken e) {
            throw Refusal.invalidToken(
                    advice.onBearer(jwt.get()),
                    "Bearer token: " + advice.reasonOnBearer(jwt.get(), e));
        }
    }

    /**
     * The platform access token of a request, of any issuer. Only for requests with a good bearer
     * token: for each issuer that is named a certificate is looked up.
     *
     * @return empty when none was sent
     * @throws Problem 403 if one was sent that is not good, or more than one
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Optional<PlatformAccessToken> platformAccessToken(Request request) {
        return platformAccessToken(request, platformAccessTokens::validate, Refusal::forbidden);
    }

    /**
     * The platform access token of a request.
     *
     * @param issuers whose is accepted; no certificate of another is looked up
     * @return empty when none was sent
     * @throws Problem if one was sent that is not good, or of another issuer, or more than one: 403
     *     with a good bearer token, 401 without
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Optional<PlatformAccessToken> platformAccessToken(Request request, Set<String> issuers) {
        return platformAccessToken(
                request,
                jwt -> platformAccessTokens.validate(jwt, issuers),
                (detail, logged) ->
                        bearer(request).isPresent()
                                ? Refusal.forbidden(detail, logged)
                                : Refusal.invalidToken(detail, logged));
    }

    /** What is made of a platform access token as it was sent. */
    @FunctionalInterface
    private interface Validation {
        PlatformAccessToken of(String jwt) throws InvalidToken;
    }

    private Optional<PlatformAccessToken> platformAccessToken(
            Request request, Validation validation, BiFunction<String, String, Problem> refusal) {
        Optional<String> jwt = request.header(PlatformAccessToken.HEADER).map(String::strip);
        if (jwt.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(validation.of(jwt.get()));
        } catch (InvalidToken e) {
            throw refusal.apply(
                    advice.onPlatformAccess(jwt.get()), "Platform access token: " + e.getMessage());
        }
    }
}
