package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;

/**
 * When a token is good: from {@code nbf} on and before {@code exp} (RFC 7519 §4.1.4 and §4.1.5),
 * each moved by the leeway.
 *
 * @param from the first instant; the epoch when the token has no {@code nbf}
 * @param until the first instant at which it is good no more
 */
public record Validity(Instant from, Instant until) {
    /**
     * Reads the dates of a token.
     *
     * @throws InvalidToken if {@code exp} is missing, or {@code exp}, {@code nbf} or {@code iat} is
     *     no NumericDate (RFC 7519 §2) from 1970 to 9999
     */
    public static Validity of(Map<String, JsonNode> claims) throws InvalidToken {
        if (!claims.containsKey("exp")) {
            throw new InvalidToken("The token has no exp");
        }
        // The time of issue decides nothing, but a malformed iat is refused.
        date(claims, "iat");
        return new Validity(
                date(claims, "nbf").minus(JwtVerifier.LEEWAY),
                date(claims, "exp").plus(JwtVerifier.LEEWAY));
    }

    /**
     * Checks that the token is good now.
     *
     * @throws InvalidToken if it is not good yet or not any more
     */
    public void requireAt(Instant now) throws InvalidToken {
        if (!now.isBefore(until)) {
            throw new InvalidToken("The token has expired");
        }
        if (now.isBefore(from)) {
            throw new InvalidToken("The token is not valid yet");
        }
    }

    private static Instant date(Map<String, JsonNode> claims, String name) throws InvalidToken {
        JsonNode date = claims.get(name);
        if (date == null) {
            return Instant.EPOCH;
        }
        return NumericDate.read(date)
                .orElseThrow(() -> new InvalidToken("The token's " + name + " is no date"));
    }
}
