package no.altinn.platform.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs the platform access tokens that this system shows to others. One is good for 5 minutes and
 * is used again until 5 seconds before its end. Thread-safe.
 */
public final class PlatformAccessTokenSource {
    private static final String ISSUER = "platform";
    private static final String AUDIENCE = "platform.altinn.no";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final String app;
    private final Algorithm algorithm;
    private final String kid;
    private final Clock clock;

    /** Two threads may both sign a new one; either is good. */
    private volatile Signed last = new Signed("", Instant.MIN);

    private record Signed(String jwt, Instant reusedUntil) {}

    /**
     * @param app what this system calls itself, {@code urn:altinn:app}
     * @param key the private key of the platform's certificate
     * @param kid the key's id, put into the header
     */
    public PlatformAccessTokenSource(String app, RSAPrivateKey key, String kid, Clock clock) {
        this.app = app;
        this.algorithm = Algorithm.RSA256(null, key);
        this.kid = kid;
        this.clock = clock;
    }

    /** A token that is good for 5 seconds at least. */
    public String token() {
        Instant now = clock.instant();
        Signed current = last;
        if (!now.isBefore(current.reusedUntil())) {
            current = new Signed(sign(now), now.plus(LIFETIME).minus(SLACK));
            last = current;
        }
        return current.jwt();
    }

    private String sign(Instant now) {
        return JWT.create()
                .withKeyId(kid)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withClaim("urn:altinn:app", app)
                .withNotBefore(now.minus(SLACK))
                .withExpiresAt(now.plus(LIFETIME))
                .sign(algorithm);
    }
}
