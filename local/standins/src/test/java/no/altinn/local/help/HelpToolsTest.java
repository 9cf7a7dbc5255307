package no.altinn.local.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

class HelpToolsTest {
    private LocalServer server;

    @BeforeEach
    void start() {
        server = LocalServer.start(new HelpTools(Bundled.partyFile()).handler());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<JsonNode> callers() throws MalformedJson {
        JsonNode answer = Json.parse(server.get("/docs/test-callers.json").body());
        return StreamSupport.stream(answer.required("callers").spliterator(), false).toList();
    }

    @Test
    void everyoneOfTheTestDataIsOffered() throws MalformedJson {
        assertThat(callers())
                .extracting(caller -> caller.path("name").asText())
                .contains("ttd", "skd", "Person A", "Person B", "Main unit", "Sub-unit")
                .contains("System user of 310000001", "Platform access");
    }

    @Test
    void aTokenIsAskedForByWhatIsKnownOfItsOwner() throws MalformedJson {
        assertThat(callers())
                .extracting(caller -> caller.path("token").asText())
                .contains(
                        "/api/GetEnterpriseToken?env=local&org=ttd&orgNo=991825827",
                        "/api/GetPersonalToken?env=local&userId=20000001&partyId=50000001"
                                + "&pid=01909012345&authLvl=4");
    }

    @Test
    void everyoneIsNamedAsSubscriptionsNameThem() throws MalformedJson {
        assertThat(callers())
                .extracting(caller -> caller.path("consumer").asText())
                .contains(
                        "/org/ttd",
                        "/user/20000001",
                        "/organisation/310000001",
                        "/systemuser/a1b2c3d4-0000-4000-8000-000000000001");
    }

    @Test
    void platformAccessTokensGoIntoAHeaderOfTheirOwn() throws MalformedJson {
        assertThat(callers())
                .filteredOn(caller -> caller.path("token").asText().contains("PlatformAccess"))
                .extracting(caller -> caller.path("header").asText())
                .containsExactly("PlatformAccessToken");
    }

    @Test
    void thePageLeadsToTheHelpOfEachApp() {
        assertThat(server.get("/docs").body())
                .contains(
                        "href=\"/api/help\"",
                        "href=\"/api/serviceowner/help\"",
                        "href=\"/events/api/v1/help\"",
                        "href=\"/authentication/api/v1/help\"");
    }

    @Test
    void theScriptIsServedAsOne() {
        HttpResponse<String> script = server.get("/docs/test-callers.js");

        assertThat(script.headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("/docs/test-callers.json");
    }
}
