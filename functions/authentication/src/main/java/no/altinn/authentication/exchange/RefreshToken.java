package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

/** Renews Altinn tokens before they end. Thread-safe. */
public final class RefreshToken {
    private final AltinnTokens tokens;

    /** Renews tokens with those that are issued here. */
    public RefreshToken(AltinnTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A signed token that says the same as this valid one, and is good for 30 minutes from now.
     *
     * @throws TokenRefused if the token has become too long for anybody to accept it
     */
    public String refresh(AltinnToken token) {
        ObjectNode claims = Json.object();
        token.claims().forEach(claims::set);
        try {
            return tokens.issue(claims);
        } catch (InvalidToken e) {
            throw new TokenRefused("The bearer token is not renewed. " + e.getMessage() + ".", e);
        }
    }
}
