package no.altinn.local.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Signs tokens as Altinn does, RS256, the key named by its thumbprint; or as oddly as others do.
 * Thread-safe.
 */
final class TokenSigner {
    private final Clock clock;

    TokenSigner(Clock clock) {
        this.clock = clock;
    }

    /**
     * The signed token in compact form.
     *
     * @param shapes applied one after the other; none for a usual token
     */
    String sign(TestToken token, List<Shape> shapes) {
        Draft draft = draft(token);
        shapes.forEach(shape -> shape.applyTo(draft));
        // Not by the key itself, which names itself in every header. The library knows no number
        // beyond 64 bits, and no claim here has one.
        return JWT.create()
                .withHeader(draft.header().toString())
                .withPayload(draft.claims().toString())
                .sign(Algorithm.RSA256(null, token.key().privateKey()));
    }

    private Draft draft(TestToken token) {
        Instant now = clock.instant();
        String kid = token.key().kid();
        return new Draft(
                certificate(token.key()),
                // Altinn's generator puts the thumbprint into x5c, where RFC 7515 has an array of
                // certificates; readers of tokens have to live with it.
                Json.object().put("kid", kid).put("x5c", kid),
                token.claims()
                        .deepCopy()
                        .put("jti", UUID.randomUUID().toString())
                        .put("iat", now.getEpochSecond())
                        .put("nbf", now.getEpochSecond())
                        .put("exp", now.plus(token.lifetime()).getEpochSecond()));
    }

    private static String certificate(SigningKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The key's certificate cannot be encoded", e);
        }
    }
}
