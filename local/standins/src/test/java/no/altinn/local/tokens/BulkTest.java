package no.altinn.local.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;

class BulkTest {
    private static final String PERSONS = "/api/GetPersonalToken?env=local&scopes=a:b";

    private static Generator generator;

    @BeforeAll
    static void start(@TempDir Path folder) {
        generator = Generator.start(folder);
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @Test
    void everyPersonHasATokenUnderItsNumber() throws InvalidToken {
        JsonNode tokens = tokens(PERSONS + "&bulkCount=2");

        assertThat(tokens.fieldNames()).toIterable().containsExactly("01909012345", "02909012346");
        assertThat(identity(tokens.path("01909012345"))).isEqualTo("/user/20000001");
        assertThat(identity(tokens.path("02909012346"))).isEqualTo("/user/20000002");
    }

    @Test
    void everyOrganisationHasATokenUnderItsNumber() throws InvalidToken {
        JsonNode tokens = tokens("/api/GetEnterpriseToken?env=local&scopes=a:b&bulkCount=2");

        assertThat(tokens).hasSize(2);
        assertThat(identity(tokens.path("310000002"))).isEqualTo("/organisation/310000002");
    }

    @Test
    void thereAreNoMoreTokensThanPersons() {
        assertThat(tokens(PERSONS + "&bulkCount=1000")).hasSize(2);
    }

    @Test
    void everyTokenHasTheShapeThatIsWanted() {
        tokens(PERSONS + "&bulkCount=2&shape=no-kid")
                .forEach(jwt -> assertThat(Generator.header(jwt.asText()).has("kid")).isFalse());
    }

    @Test
    void whatIsWrongIsSaidOnce() {
        HttpResponse<String> answer =
                generator.ask("/api/GetPersonalToken?bulkCount=2&scopes=a:b&ttl=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("env", "ttl");
    }

    @Test
    void noneIsTheSameAsOne() {
        assertThat(generator.ask(PERSONS + "&pid=01909012345&bulkCount=0").body())
                .startsWith("eyJ");
    }

    @Test
    void whereThereIsNoBulkTheParameterIsIgnored() {
        assertThat(generator.ask("/api/GetPlatformAccessToken?env=x&app=a&bulkCount=x").body())
                .startsWith("eyJ");
    }

    @Test
    void aDumpShowsWhatATokenSays() {
        HttpResponse<String> answer = generator.ask(PERSONS + "&pid=01909012345&dump=true");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        String[] parts = answer.body().split("\n\\.\n", -1);
        assertThat(parts).hasSize(2);
        assertThat(Json.parse(parts[0]).path("alg").asText()).isEqualTo("RS256");
        assertThat(Json.parse(parts[1]).path("urn:altinn:userid").asInt()).isEqualTo(20000001);
    }

    private static JsonNode tokens(String pathAndQuery) {
        HttpResponse<String> answer = generator.ask(pathAndQuery);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        return Json.parse(answer.body());
    }

    private static String identity(JsonNode jwt) throws InvalidToken {
        return Generator.validator(generator.keys())
                .validate(jwt.asText())
                .identity()
                .orElseThrow();
    }
}
