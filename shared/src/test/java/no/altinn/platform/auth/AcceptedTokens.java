package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.KeySet;
import no.altinn.testing.jose.TestTokens;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What accepts the tokens of an issuer of tests. */
public final class AcceptedTokens {
    private AcceptedTokens() {}

    /** A validator that accepts the issuer's tokens and no others. */
    public static AltinnTokenValidator validator(TestTokens issuer) {
        KeySet published =
                new KeySet(List.of(new KeySet.Key(issuer.keys().kid(), issuer.keys().publicKey())));
        return new AltinnTokenValidator(
                published, new TokenIssuers(Set.of(TestTokens.ISSUER), false), issuer.clock());
    }

    /** A good bearer token of the issuer with more claims, validated. */
    public static AltinnToken token(TestTokens issuer, Consumer<ObjectNode> more) {
        try {
            return validator(issuer).validate(issuer.bearer(more));
        } catch (InvalidToken e) {
            throw new IllegalArgumentException("These claims make no good token", e);
        }
    }
}
