package no.altinn.platform.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Checks what all signed tokens have in common: the form, the algorithm RS256 and no other, the
 * signature, {@code exp} (required) and {@code nbf}. Who issued it, and what for, is for the caller
 * to check. Thread-safe.
 */
public final class JwtVerifier {
    /** How far the issuer's clock and ours may differ. */
    public static final Duration LEEWAY = Duration.ofSeconds(10);

    // The year 9999: what comes later is no date that java.time or the library could work with.
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final JsonNode EPOCH = IntNode.valueOf(0);
    private static final List<String> DATES = List.of("exp", "nbf", "iat");

    private final SigningKeys keys;
    private final Clock clock;

    public JwtVerifier(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Verifies a token.
     *
     * @return its claims; {@code exp} is a number in range
     * @throws InvalidToken if it is not to be trusted
     * @throws no.altinn.platform.http.PlatformUnavailable if no key could be obtained
     */
    public Map<String, JsonNode> verify(String jwt) throws InvalidToken {
        return verify(jwt, CompactJws.read(jwt));
    }

    /** Verifies a token whose form has been read already. */
    Map<String, JsonNode> verify(String jwt, CompactJws form) throws InvalidToken {
        if (!form.claims().containsKey("exp")) {
            throw new InvalidToken("The token has no exp");
        }
        for (String date : DATES) {
            requireDate(form.claims(), date);
        }
        List<RSAPublicKey> candidates = keys.find(form.kid());
        if (candidates.isEmpty()) {
            throw new InvalidToken("The token's key is unknown");
        }
        for (RSAPublicKey key : candidates) {
            if (isSignedWith(key, jwt)) {
                return form.claims();
            }
        }
        throw new InvalidToken("The token's signature is wrong");
    }

    /** When a token with these verified claims ends to be valid, leeway included. */
    static Instant end(Map<String, JsonNode> claims) {
        return Instant.ofEpochSecond(claims.get("exp").longValue()).plus(LEEWAY);
    }

    private boolean isSignedWith(RSAPublicKey key, String jwt) throws InvalidToken {
        try {
            verifier(key).verify(jwt);
            return true;
        } catch (SignatureVerificationException e) {
            return false;
        } catch (TokenExpiredException e) {
            throw new InvalidToken("The token has expired", e);
        } catch (JWTVerificationException e) {
            throw new InvalidToken("The token is not valid yet, or malformed", e);
        }
    }

    private JWTVerifier verifier(RSAPublicKey key) {
        JWTVerifier.BaseVerification verification =
                (JWTVerifier.BaseVerification)
                        JWT.require(Algorithm.RSA256(key, null))
                                .acceptLeeway(LEEWAY.toSeconds())
                                .ignoreIssuedAt();
        return verification.build(clock);
    }

    /** What is missing passes: the epoch is a date. */
    private static void requireDate(Map<String, JsonNode> claims, String name) throws InvalidToken {
        JsonNode date = claims.getOrDefault(name, EPOCH);
        if (!date.isNumber()
                || !date.canConvertToLong()
                || date.longValue() < 0
                || date.longValue() > LAST_SECOND) {
            throw new InvalidToken("The token's " + name + " is no date");
        }
    }
}
