package no.altinn.local.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

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
        String kid = token.key().kid();
        return JWT.create()
                // Altinn's generator puts the thumbprint here, where RFC 7515 has an array of
                // certificates; whoever reads tokens has to live with it.
                .withHeader(Map.of("x5c", kid))
                .withKeyId(kid)
                .withPayload(token.claims().toString())
                .withJWTId(UUID.randomUUID().toString())
                .withIssuedAt(now)
                .withNotBefore(now)
                .withExpiresAt(now.plus(token.lifetime()))
                .sign(Algorithm.RSA256(null, token.key().privateKey()));
    }
}
