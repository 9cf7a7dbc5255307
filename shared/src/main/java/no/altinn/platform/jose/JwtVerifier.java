package no.altinn.platform.jose;

import com.fasterxml.jackson.databind.JsonNode;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Checks what all signed tokens have in common: the form, the algorithm RS256 and no other, {@code
 * exp} (required) and {@code nbf}, the signature. Who issued it, and what for, is for the caller to
 * check. A token that is bad for itself never causes keys to be fetched. Thread-safe.
 */
public final class JwtVerifier {
    /** How far the issuer's clock and ours may differ. */
    public static final Duration LEEWAY = Duration.ofSeconds(10);

    private final SigningKeys keys;
    private final Clock clock;

    /** A verifier of what is signed with these keys. */
    public JwtVerifier(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Verifies a token.
     *
     * @return its claims; {@code exp} is a number in range
     * @throws InvalidToken if it is not to be trusted
     * @throws no.altinn.platform.client.Unavailable if no key could be obtained
     */
    public Map<String, JsonNode> verify(String jwt) throws InvalidToken {
        CompactJws jws = CompactJws.read(jwt);
        Validity.of(jws.claims()).requireAt(clock.instant());
        List<RSAPublicKey> candidates = keys.find(jws.kid());
        if (candidates.isEmpty()) {
            throw new InvalidToken("The token's key is unknown");
        }
        if (candidates.stream().noneMatch(jws.signature()::isBy)) {
            throw new InvalidToken("The token's signature is wrong");
        }
        return jws.claims();
    }
}
