package no.altinn.local.idporten;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;

import no.altinn.platform.json.Json;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What clients need to know of the provider (OpenID Connect Discovery 1.0 §3). Immutable.
 *
 * @param issuer the {@code iss} of every token; like ID-porten's it has no slash at the end
 */
record ProviderMetadata(String issuer) {

    /** The metadata of a platform, of whose address only scheme, host and port count. */
    static ProviderMetadata of(URI platformBase) {
        return new ProviderMetadata(platformBase.resolve("/idporten").toString());
    }

    /** Where clients get tokens. */
    String tokenEndpoint() {
        return issuer + "/token";
    }

    /** The discovery document as JSON text. */
    String toJson() {
        ObjectNode document =
                Json.object()
                        .put("issuer", issuer)
                        .put("authorization_endpoint", issuer + "/authorize")
                        .put("token_endpoint", tokenEndpoint())
                        .put("jwks_uri", issuer + "/jwks")
                        .put("authorization_response_iss_parameter_supported", true)
                        .put("request_parameter_supported", false)
                        .put("request_uri_parameter_supported", false);
        list(document, "response_types_supported", List.of("code"));
        list(document, "response_modes_supported", List.of("query"));
        list(document, "grant_types_supported", List.of("authorization_code"));
        list(document, "subject_types_supported", List.of("pairwise"));
        list(document, "id_token_signing_alg_values_supported", List.of("RS256"));
        list(document, "code_challenge_methods_supported", List.of("S256"));
        list(
                document,
                "token_endpoint_auth_methods_supported",
                ClientAuthentication.METHODS.stream()
                        .map(ClientAuthenticationMethod::getValue)
                        .toList());
        list(document, "scopes_supported", List.of("openid", "profile"));
        list(
                document,
                "acr_values_supported",
                Stream.of(Assurance.values()).map(Assurance::acr).toList());
        list(document, "ui_locales_supported", AuthorizationRequest.LOCALES);
        return document.toString();
    }

    private static void list(ObjectNode document, String name, List<String> values) {
        values.forEach(document.putArray(name)::add);
    }
}
