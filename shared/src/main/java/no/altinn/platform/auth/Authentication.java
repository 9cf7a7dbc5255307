package no.altinn.platform.auth;

import no.altinn.platform.http.Problem;
import no.altinn.platform.http.Request;
import no.altinn.platform.jose.InvalidToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.Set;

/** Who sends a request. Thread-safe. */
public final class Authentication {
    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);

    private final BearerToken bearerToken;
    private final AltinnTokenValidator bearers;
    private final PlatformAccessTokenValidator platformAccessTokens;

    /**
     * A reader of requests.
     *
     * @param bearerToken where the bearer token stands in a request
     */
    public Authentication(
            BearerToken bearerToken,
            AltinnTokenValidator bearers,
            PlatformAccessTokenValidator platformAccessTokens) {
        this.bearerToken = bearerToken;
        this.bearers = bearers;
        this.platformAccessTokens = platformAccessTokens;
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
            LOG.info("Bearer token refused: {}", e.getMessage());
            throw Problem.empty(401);
        }
    }

    /**
     * The platform access token of a request, of any issuer. Only for requests with a good bearer
     * token: for each issuer that is named a certificate is looked up.
     *
     * @return empty when none was sent, or one that is not good, or more than one
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Optional<PlatformAccessToken> platformAccessToken(Request request) {
        return platformAccessToken(request, platformAccessTokens::validate);
    }

    /**
     * The platform access token of a request.
     *
     * @param issuers whose is accepted; no certificate of another is looked up
     * @return empty when none was sent, or one that is not good, or of another issuer, or more than
     *     one
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    public Optional<PlatformAccessToken> platformAccessToken(Request request, Set<String> issuers) {
        return platformAccessToken(request, jwt -> platformAccessTokens.validate(jwt, issuers));
    }

    /** What is made of a platform access token as it was sent. */
    @FunctionalInterface
    private interface Validation {
        PlatformAccessToken of(String jwt) throws InvalidToken;
    }

    private static Optional<PlatformAccessToken> platformAccessToken(
            Request request, Validation validation) {
        Optional<String> jwt = request.header(PlatformAccessToken.HEADER);
        if (jwt.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(validation.of(jwt.get().strip()));
        } catch (InvalidToken e) {
            LOG.info("Platform access token refused: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
