package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Signs tokens as Altinn does: RS256, the key named by its thumbprint. Thread-safe. */
final class TokenSigner {
    private final Clock clock;

    TokenSigner(Clock clock) {
        this.clock = clock;
    }

    /** The signed token in compact form. */
    String sign(TestToken token) {
        Instant now = clock.instant();
        ObjectNode claims =
                token.claims()
                        .deepCopy()
                        .put("jti", UUID.randomUUID().toString())
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("exp", now.plus(token.lifetime()).getEpochSecond());
        // Altinn's generator puts the thumbprint here, where RFC 7515 has an array of
        // certificates; whoever reads tokens has to live with it.
        return token.key().sign(Map.of("x5c", token.key().kid()), claims);
    }
}
