package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.claims.SystemUserDetail;
import no.altinn.platform.json.Json;

import java.net.URI;

/**
 * What clients need to know of Maskinporten (RFC 8414 §2). Immutable.
 *
 * @param issuer the {@code iss} of every token and the {@code aud} of every grant; ends with a
 *     slash
 */
record ServerMetadata(URI issuer) {

    /** The document as JSON text. */
    String toJson() {
        ObjectNode document =
                Json.object()
                        .put("issuer", issuer.toString())
                        .put("token_endpoint", issuer.resolve("token").toString())
                        .put("jwks_uri", issuer.resolve("jwk").toString())
                        .put("registration_endpoint", issuer.resolve("clients/").toString());
        document.putArray("token_endpoint_auth_methods_supported")
                .add(ClientMetadata.PRIVATE_KEY_JWT);
        document.putArray("grant_types_supported").add(ClientMetadata.JWT_BEARER);
        document.putArray("authorization_details_types_supported").add(SystemUserDetail.TYPE);
        ArrayNode algorithms =
                document.putArray("token_endpoint_auth_signing_alg_values_supported");
        Assertion.ALGORITHMS.forEach(algorithm -> algorithms.add(algorithm.name()));
        return document.toString();
    }
}
