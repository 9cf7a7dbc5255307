package no.altinn.local.idporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.file.Path;

class IdPortenDiscoveryTest {
    @TempDir static Path folder;
    private static Provider provider;

    @BeforeAll
    static void start() {
        provider = Provider.start(folder);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static JsonNode json(String path) {
        return Json.parse(provider.get(path).body());
    }

    @Test
    void theDocumentIsFoundUnderTheIssuer() {
        String path = URI.create(Provider.ISSUER + "/.well-known/openid-configuration").getPath();

        assertThat(json(path).path("issuer").asText()).isEqualTo(Provider.ISSUER);
    }

    @ParameterizedTest
    @CsvSource({
        "authorization_endpoint, 400",
        "jwks_uri, 200",
    })
    void whatItNamesIsThere(String member, int status) {
        String address = json("/idporten/.well-known/openid-configuration").path(member).asText();

        assertThat(address).startsWith(Provider.ISSUER + "/");
        assertThat(provider.get(URI.create(address).getPath()).statusCode()).isEqualTo(status);
    }

    @Test
    void theTokenEndpointItNamesIsThere() {
        JsonNode document = json("/idporten/.well-known/openid-configuration");
        String path = URI.create(document.path("token_endpoint").asText()).getPath();

        assertThat(provider.send("POST", path, "text/plain", "").statusCode()).isEqualTo(400);
    }

    @Test
    void itSaysWhatClientsMayAskFor() {
        JsonNode document = json("/idporten/.well-known/openid-configuration");

        assertThat(document.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
        assertThat(document.path("response_types_supported")).hasToString("[\"code\"]");
        assertThat(document.path("subject_types_supported")).hasToString("[\"pairwise\"]");
        assertThat(document.path("acr_values_supported"))
                .hasToString(
                        "[\"idporten-loa-substantial\",\"idporten-loa-high\",\"idporten-loa-low\","
                                + "\"Level3\",\"Level4\"]");
        assertThat(document.path("token_endpoint_auth_methods_supported"))
                .hasToString(
                        "[\"client_secret_basic\",\"client_secret_post\",\"private_key_jwt\","
                                + "\"none\"]");
        assertThat(document.path("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
    }

    @Test
    void theKeySetHasTheKeyThatTokensAreSignedWith() {
        JsonNode keys = json("/idporten/jwks").path("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("kid").asText()).isEqualTo(provider.key.kid());
        assertThat(keys.path(0).has("d")).isFalse();
    }
}
