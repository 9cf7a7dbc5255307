package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Decides which bearer tokens are good. One that was good stays so for 5 minutes, though never
 * beyond its end, without its signature being computed again. Thread-safe.
 */
public final class AltinnTokenValidator {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    // In characters of tokens: about 10 000 usual ones.
    private static final long MAX_REMEMBERED = 16L << 20;

    private final JwtVerifier verifier;
    private final TokenIssuers issuers;
    private final Clock clock;
    private final Cache<String, Verified> seen =
            Caffeine.newBuilder()
                    .maximumWeight(MAX_REMEMBERED)
                    .weigher((String jwt, Verified token) -> jwt.length())
                    .build();

    private record Verified(AltinnToken token, Instant until) {}

    public AltinnTokenValidator(SigningKeys keys, TokenIssuers issuers, Clock clock) {
        this.verifier = new JwtVerifier(keys, clock);
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * Validates a token as it was sent.
     *
     * @throws InvalidToken if it is not to be trusted, or is no bearer token
     * @throws no.altinn.platform.http.PlatformUnavailable if no signing key could be obtained
     */
    public AltinnToken validate(String jwt) throws InvalidToken {
        Verified known = seen.getIfPresent(jwt);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.token();
        }
        Map<String, JsonNode> claims = verifier.verify(jwt);
        if (claims.containsKey("urn:altinn:app")) {
            throw new InvalidToken("A platform access token is no bearer token");
        }
        if (!issuers.accept(claims)) {
            throw new InvalidToken("The token's issuer is not accepted");
        }
        AltinnToken token = new AltinnToken(jwt, claims);
        seen.put(jwt, new Verified(token, until(claims)));
        return token;
    }

    private Instant until(Map<String, JsonNode> claims) throws InvalidToken {
        Instant end = Validity.of(claims).until();
        Instant soon = clock.instant().plus(REMEMBERED);
        return end.isBefore(soon) ? end : soon;
    }
}
