package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.claims.SystemUserDetail;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Signs access tokens with the claims that Maskinporten gives them. Thread-safe. */
final class AccessTokens {
    private static final String BEARER = "Bearer";

    private final SigningKey key;
    private final URI issuer;
    private final URI delegationSource;
    private final Clock clock;

    /**
     * @param delegationSource where organisations delegate to each other
     */
    AccessTokens(SigningKey key, URI issuer, URI delegationSource, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.delegationSource = delegationSource;
        this.clock = clock;
    }

    /** A token for what was granted, as the token endpoint answers it, as JSON text. */
    String issue(Grant grant) {
        String scope = String.join(" ", grant.scopes());
        Duration lifetime = grant.client().metadata().tokenLifetime();
        return Json.object()
                .put("access_token", key.sign(claims(grant, scope, lifetime)))
                .put("token_type", BEARER)
                .put("expires_in", lifetime.toSeconds())
                .put("scope", scope)
                .toString();
    }

    private ObjectNode claims(Grant grant, String scope, Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        ObjectNode claims =
                Json.object()
                        .put("iss", issuer.toString())
                        .put("client_amr", ClientMetadata.PRIVATE_KEY_JWT)
                        .put("token_type", BEARER)
                        .put("scope", scope)
                        .put("client_id", grant.client().id())
                        .put("iat", now)
                        .put("exp", now + lifetime.toSeconds())
                        .put("jti", UUID.randomUUID().toString());
        claims.set("aud", grant.audience());
        claims.set("consumer", Iso6523Organisation.of(grant.consumer()));
        String own = grant.client().metadata().organisation();
        if (grant.isDelegated()) {
            claims.put("delegation_source", delegationSource.toString())
                    .set("supplier", Iso6523Organisation.of(own));
        }
        if (!grant.systemUsers().isEmpty()) {
            ArrayNode details = claims.putArray("authorization_details");
            grant.systemUsers()
                    .forEach(
                            user -> details.add(SystemUserDetail.of(user.id(), user.orgNo(), own)));
        }
        return claims;
    }
}
