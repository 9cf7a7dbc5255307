package no.altinn.local.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;

class ClientRegistrationTest {
    @TempDir Path folder;
    private RunningMaskinporten maskinporten;

    @BeforeEach
    void start() {
        maskinporten = RunningMaskinporten.start(folder);
    }

    @AfterEach
    void stop() {
        maskinporten.close();
    }

    private void assertRefused(String registration, String reason) {
        HttpResponse<String> answer = maskinporten.post("clients/", registration);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(Json.parse(answer.body()).at("/errors/RequestBody/0").asText()).contains(reason);
    }

    @Test
    void whatWasRegisteredIsAnsweredWithAnIdOfItsOwn() {
        HttpResponse<String> answer =
                maskinporten.post(
                        "clients/",
                        """
                        {"integration_type": "maskinporten", "client_name": "My client",
                         "description": "For a test", "client_orgno": "310000001",
                         "application_type": "native", "access_token_lifetime": 7200,
                         "token_endpoint_auth_method": "private_key_jwt",
                         "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"],
                         "scopes": ["a:read", "a:write", "a:read"], "unknown": {}}
                        """);
        ObjectNode client = (ObjectNode) Json.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(client.remove("client_id").asText())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(client)
                .isEqualTo(
                        Json.parse(
                                """
                                {"active": true, "created": "2026-11-22T10:00:00Z",
                                 "last_updated": "2026-11-22T10:00:00Z",
                                 "client_name": "My client", "description": "For a test",
                                 "client_orgno": "310000001", "integration_type": "maskinporten",
                                 "application_type": "native",
                                 "token_endpoint_auth_method": "private_key_jwt",
                                 "access_token_lifetime": 7200,
                                 "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"],
                                 "scopes": ["a:read", "a:write"]}
                                """));
    }

    @Test
    void whatIsLeftOutHasADefault() {
        String id = maskinporten.register(RunningMaskinporten.registration("a"));
        JsonNode client = Json.parse(maskinporten.get("clients/" + id).body());

        assertThat(client.path("client_orgno").asText()).isEqualTo("991825827");
        assertThat(client.path("access_token_lifetime").asInt()).isEqualTo(120);
        assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("private_key_jwt");
        assertThat(client.path("application_type").asText()).isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integration_type | null | 'integration_type' must be 'maskinporten'",
                "integration_type | \"idporten\" | 'integration_type' must be 'maskinporten'",
                "integration_type | 7 | 'integration_type' must be a string",
                "client_name | null | 'client_name' must have 1 to 255",
                "client_name | \" \" | 'client_name' must have 1 to 255",
                "scopes | null | 'scopes' must be a list of 1 to 100",
                "scopes | [] | 'scopes' must be a list of 1 to 100",
                "scopes | \"a b\" | 'scopes' must be a list of strings",
                "scopes | [7] | 'scopes' must be a list of strings",
                "scopes | [\"a b\"] | Each of 'scopes'",
                "scopes | [\"\"] | Each of 'scopes'",
                "scopes | [\"å\"] | Each of 'scopes'",
                "scopes | [\"a\\nb\"] | Each of 'scopes'",
                "token_endpoint_auth_method | \"client_secret_post\" | must be 'private_key_jwt'",
                "grant_types | [\"client_credentials\"] | 'grant_types' must be",
                "grant_types | [] | 'grant_types' must be",
                "client_orgno | \"99182582\" | nine digits",
                "client_orgno | \"99182582A\" | nine digits",
                "client_orgno | 991825827 | 'client_orgno' must be a string",
                "access_token_lifetime | 0 | 1 to 7200",
                "access_token_lifetime | 7201 | 1 to 7200",
                "access_token_lifetime | \"60\" | whole number",
                "application_type | \"\" | 'application_type'",
                "application_type | \"\\ud800\" | 'application_type' must be Unicode",
                "description | \"a\\udc00b\" | 'description' must be Unicode",
                "client_name | \"\\udc00\\ud800\" | 'client_name' must be Unicode",
            })
    void aMemberThatCannotBeIsNamed(String member, String value, String reason) {
        ObjectNode registration = RunningMaskinporten.registration("a").put(member, "VALUE");

        // As it is written here: rendered again, half a character would become another one.
        assertRefused(registration.toString().replace("\"VALUE\"", value), reason);
    }

    @Test
    void allFaultsAreToldTogetherAndEachOnce() {
        HttpResponse<String> answer =
                maskinporten.post(
                        "clients/",
                        """
                        {"integration_type": 7, "client_name": "", "scopes": ["a b"],
                         "client_orgno": "1", "access_token_lifetime": 0}
                        """);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(
                        Json.parse(answer.body())
                                .at("/errors/RequestBody")
                                .valueStream()
                                .map(JsonNode::asText))
                .containsExactly(
                        "'integration_type' must be a string.",
                        "'client_orgno' must be nine digits.",
                        "'client_name' must have 1 to 255 characters.",
                        "Each of 'scopes' must be 1 to 255 characters of ASCII without space,"
                                + " quote or backslash.",
                        "'access_token_lifetime' must be 1 to 7200 seconds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_name", "description"})
    void aTextThatIsTooLongIsNamed(String member) {
        assertRefused(
                RunningMaskinporten.registration("a").put(member, "x".repeat(1001)).toString(),
                "'" + member + "'");
    }

    @Test
    void charactersOutsideTheFirstPlaneAreKeptOverARestart() {
        String id =
                maskinporten.register(
                        RunningMaskinporten.registration("a").put("client_name", "blå 😀"));

        maskinporten.close();
        maskinporten = RunningMaskinporten.start(folder);
        assertThat(
                        Json.parse(maskinporten.get("clients/" + id).body())
                                .path("client_name")
                                .asText())
                .isEqualTo("blå 😀");
    }

    @Test
    void aHundredScopesAreTheMost() {
        String[] scopes = new String[101];
        for (int i = 0; i < scopes.length; i++) {
            scopes[i] = "a:" + i;
        }

        assertRefused(RunningMaskinporten.registration(scopes).toString(), "1 to 100 scopes");
    }

    @Test
    void allScopesTogetherHaveABound() {
        String[] scopes = new String[16];
        for (int i = 0; i < scopes.length; i++) {
            scopes[i] = "%03d".formatted(i) + "x".repeat(246);
        }
        scopes[15] += "x";
        assertThat(maskinporten.register(RunningMaskinporten.registration(scopes))).isNotEmpty();

        scopes[15] += "x";
        assertRefused(
                RunningMaskinporten.registration(scopes).toString(),
                "at most 4000 characters together");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"client_name\":\"a\",\"client_name\":\"b\"}"})
    void whatIsNoObjectIsRefused(String body) {
        assertRefused(body, "The body");
    }

    @Test
    void everyClientIsListedInTheOrderOfRegistration() {
        String first = maskinporten.register(RunningMaskinporten.registration("a"));
        String second = maskinporten.register(RunningMaskinporten.registration("b"));

        assertThat(Json.parse(maskinporten.get("clients/").body()).findValuesAsText("client_id"))
                .containsExactly(first, second);
    }

    @Test
    void aClientThatWasRemovedIsGone() {
        String id = maskinporten.register(RunningMaskinporten.registration("a"));

        assertThat(maskinporten.delete("clients/" + id).statusCode()).isEqualTo(204);
        assertThat(maskinporten.get("clients/" + id).statusCode()).isEqualTo(404);
        assertThat(maskinporten.delete("clients/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients/x", "clients/x/jwks", "clients/%00", "clients/x/other"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(maskinporten.get(path).statusCode()).isIn(400, 404);
    }
}
