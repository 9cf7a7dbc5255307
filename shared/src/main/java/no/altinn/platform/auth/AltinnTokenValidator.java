package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.platform.jose.SigningKeys;
import no.altinn.platform.jose.Validity;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Decides which bearer tokens are good. One that was good stays so for 5 minutes, though never
 * beyond its end, without its signature being computed again; what is remembered takes 64 MiB at
 * most, which is about 10 000 usual tokens. Thread-safe.
 */
public final class AltinnTokenValidator {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** In bytes. */
    private static final long MAX_REMEMBERED = 64L << 20;

    private final SigningKeys keys;
    private final JwtVerifier verifier;
    private final TokenIssuers issuers;
    private final Clock clock;
    private final Cache<String, Verified> seen;

    private record Verified(AltinnToken token, Duration believed, int bytes) {}

    /**
     * A validator.
     *
     * @param keys what the issuers sign with
     */
    public AltinnTokenValidator(SigningKeys keys, TokenIssuers issuers, Clock clock) {
        this.keys = keys;
        this.verifier = new JwtVerifier(keys, clock);
        this.issuers = issuers;
        this.clock = clock;
        this.seen =
                Caffeine.newBuilder()
                        .maximumWeight(MAX_REMEMBERED)
                        .weigher((String jwt, Verified verified) -> verified.bytes())
                        .expireAfter(
                                Expiry.writing(
                                        (String jwt, Verified verified) -> verified.believed))
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        // The thread that adds a token makes room for it: the bound is never far
                        // exceeded.
                        .executor(Runnable::run)
                        .build();
    }

    /**
     * Gets the issuers' keys, unless they are there, so that the first token does not wait for
     * them.
     *
     * @throws Unavailable if no signing key could be obtained
     */
    public void warmUp() {
        // An empty id finds every key. For an unknown id the keys would be fetched a second time.
        if (keys.find("").isEmpty()) {
            throw new Unavailable("The issuer has no key");
        }
    }

    /**
     * Validates a token as it was sent.
     *
     * @throws InvalidToken if it is not to be trusted, or is no bearer token
     * @throws no.altinn.platform.client.Unavailable if no signing key could be obtained
     */
    public AltinnToken validate(String jwt) throws InvalidToken {
        Verified known = seen.getIfPresent(jwt);
        if (known != null) {
            return known.token();
        }
        Map<String, JsonNode> claims = verifier.verify(jwt);
        if (claims.containsKey("urn:altinn:app")) {
            throw new InvalidToken("A platform access token is no bearer token");
        }
        if (!issuers.accept(claims)) {
            throw new InvalidToken("The token's issuer is not accepted");
        }
        SystemUser.requireKnown(new Claims(claims).structure("authorization_details"));
        AltinnToken token = new AltinnToken(jwt, claims);
        int bytes = MemorySize.of(jwt, claims, token.scopes());
        seen.put(jwt, new Verified(token, believed(claims), bytes));
        return token;
    }

    /** How many tokens are kept in memory. */
    long remembered() {
        seen.cleanUp();
        return seen.estimatedSize();
    }

    private Duration believed(Map<String, JsonNode> claims) throws InvalidToken {
        Duration left = Duration.between(clock.instant(), Validity.of(claims).until());
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }
}
