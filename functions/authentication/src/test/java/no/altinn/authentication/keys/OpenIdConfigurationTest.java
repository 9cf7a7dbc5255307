package no.altinn.authentication.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class OpenIdConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://platform.altinn.no", "https://platform.altinn.no/"})
    void theIssuerEndsWithASlashHoweverTheBaseIsWritten(String base) {
        assertThat(OpenIdConfiguration.of(URI.create(base)).issuer())
                .hasToString("https://platform.altinn.no/authentication/api/v1/openid/");
    }

    @Test
    void theDocumentTellsWhereTheKeysAreAndHowTokensAreSigned() {
        JsonNode document =
                Json.parse(OpenIdConfiguration.of(URI.create("http://localhost:7071")).toJson());

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
