package no.altinn.authentication.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.net.URI;

/**
 * What a resource server needs to know to verify Altinn's tokens (OpenID Connect Discovery 1.0 §3).
 * Immutable.
 *
 * @param issuer the {@code iss} of every token; ends with a slash
 */
public record OpenIdConfiguration(URI issuer) {

    /** Where the keys are. */
    public URI jwksUri() {
        return issuer.resolve(".well-known/openid-configuration/jwks");
    }

    /** The discovery document as JSON text. */
    public String toJson() {
        ObjectNode document =
                Json.object()
                        .put("issuer", issuer.toString())
                        .put("jwks_uri", jwksUri().toString());
        document.putArray("response_types_supported").add("token");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        return document.toString();
    }
}
