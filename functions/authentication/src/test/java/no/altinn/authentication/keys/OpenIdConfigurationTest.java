package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;

class OpenIdConfigurationTest {

    @Test
    void theDocumentTellsWhereTheKeysAreAndHowTokensAreSigned() {
        JsonNode document =
                Json.parse(
                        new OpenIdConfiguration(
                                        URI.create(
                                                "http://localhost:7071/authentication/api/v1/openid/"))
                                .toJson());

        assertThat(document.path("issuer").asText())
                .isEqualTo("http://localhost:7071/authentication/api/v1/openid/");
        assertThat(document.path("jwks_uri").asText())
                .isEqualTo(
                        "http://localhost:7071/authentication/api/v1/openid/"
                                + ".well-known/openid-configuration/jwks");
        assertThat(document.path("id_token_signing_alg_values_supported"))
                .extracting(JsonNode::asText)
                .containsExactly("RS256");
    }
}
