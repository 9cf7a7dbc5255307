package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import java.util.Optional;

/** Tokens of apps and of the platform's own parts. Thread-safe. */
final class PlatformAccessTokens implements TokenKind {
    private static final String PLATFORM = "platform";

    private final LocalKeys keys;

    PlatformAccessTokens(LocalKeys keys) {
        this.keys = keys;
    }

    @Override
    public TestToken read(TokenParameters parameters) {
        String app = parameters.text("app", Format.APP, Optional.empty());
        String issuer = parameters.optional("org", Format.IDENTIFIER).orElse(PLATFORM);
        Optional<SigningKey> key = keys.platformIssuer(issuer);
        if (key.isEmpty()) {
            parameters.invalid("org");
        }
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer)
                        .put("actual_iss", AltinnClaims.ACTUAL_ISSUER)
                        .put("aud", "platform.altinn.no")
                        .put("urn:altinn:app", app);
        return new TestToken(key.orElseGet(keys::current), claims, parameters.lifetime());
    }
}
