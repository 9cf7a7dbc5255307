package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Json;

/** Renews Altinn tokens before they end. Thread-safe. */
public final class RefreshToken {
    private final AltinnTokens tokens;

    public RefreshToken(AltinnTokens tokens) {
        this.tokens = tokens;
    }

    /** A signed token that says the same as this valid one, and is good for 30 minutes from now. */
    public String refresh(AltinnToken token) {
        ObjectNode claims = Json.object();
        token.claims().forEach(claims::set);
        return tokens.issue(claims);
    }
}
