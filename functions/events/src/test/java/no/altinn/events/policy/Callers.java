package no.altinn.events.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AcceptedTokens;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.testing.jose.TestTokens;

import java.time.Clock;
import java.util.function.Consumer;

/** Callers with good tokens. */
public final class Callers {
    private final TestTokens tokens = new TestTokens(Clock.systemUTC());

    /** A service owner's token with scopes separated by spaces. */
    public AltinnToken org(String scopes) {
        return with(claims -> claims.put("urn:altinn:org", "ttd").put("scope", scopes));
    }

    /** A user's token with scopes separated by spaces. */
    public AltinnToken user(String scopes) {
        return with(claims -> claims.put("urn:altinn:userid", 20001).put("scope", scopes));
    }

    /** A token with any claims. */
    public AltinnToken with(Consumer<ObjectNode> claims) {
        return AcceptedTokens.token(tokens, claims);
    }
}
