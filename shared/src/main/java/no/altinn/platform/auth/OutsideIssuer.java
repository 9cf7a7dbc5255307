package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.JwtVerifier;
import no.altinn.platform.jose.SigningKeys;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** An issuer outside Altinn whose tokens are trusted. Thread-safe. */
public final class OutsideIssuer {
    private final String name;
    private final JwtVerifier verifier;

    /**
     * @param issuer the {@code iss} of its tokens; a slash at the end of either makes no difference
     * @param keys what it signs with
     */
    public OutsideIssuer(URI issuer, SigningKeys keys, Clock clock) {
        this.name = withoutLastSlash(issuer.toString());
        this.verifier = new JwtVerifier(keys, clock);
    }

    /**
     * Verifies a token: form, signature, life and issuer.
     *
     * @throws InvalidToken if it is not to be trusted, or another's
     * @throws no.altinn.platform.client.Unavailable if the issuer's keys cannot be had
     */
    public OutsideToken verify(String jwt) throws InvalidToken {
        Map<String, JsonNode> claims = verifier.verify(jwt);
        if (!isNamedBy(claims)) {
            throw new InvalidToken("The token is not from the issuer that it should be from");
        }
        return new OutsideToken(claims);
    }

    /**
     * Whether claims name this issuer. Nothing is proved by it, for anybody may write claims: it
     * tells who is to verify a token.
     */
    public boolean isNamedBy(Map<String, JsonNode> claims) {
        JsonNode issuer = claims.getOrDefault("iss", MissingNode.getInstance());
        return issuer.isTextual() && withoutLastSlash(issuer.textValue()).equals(name);
    }

    /** Without one slash and no more, so that nothing but the plain spelling is the same. */
    private static String withoutLastSlash(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }
}
