package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.testdata.Bundled;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class DecisionDeskTest {
    private final LocalServer server =
            LocalServer.start(
                    new DecisionDesk(Bundled.policyFile(), Bundled.partyFile()).handler());

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(
            String caller, String action, String resource, String subject) {
        return server.get(
                "/local/decision?caller=%s&action=%s&resource=%s&subject=%s"
                        .formatted(
                                encoded(caller),
                                encoded(action),
                                encoded(resource),
                                encoded(subject)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode decision(String caller, String action, String resource, String subject) {
        HttpResponse<String> answer = ask(caller, action, resource, subject);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void aPermitIsToldWithTheRuleThatMadeIt() {
        JsonNode decision =
                decision("/user/20000001", "subscribe", "ttd-parking", "/party/50000001");

        assertThat(decision.path("permit").asBoolean()).isTrue();
        assertThat(decision.path("rule").path("place").asText()).isEqualTo("rules[4]");
        assertThat(decision.path("rule").path("text").toString())
                .isEqualTo(
                        "{\"caller\":\"party\",\"actions\":[\"subscribe\"],"
                                + "\"resources\":[\"ttd-*\"],\"subject\":\"own\"}");
    }

    @Test
    void theLevelThatGoesWithAPermitIsTold() {
        JsonNode decision = decision("/org/ttd", "publish", "urn:altinn:resource:ttd-level4", "");

        assertThat(decision.path("levels").get(0).asInt()).isEqualTo(4);
    }

    @Test
    void withoutAPermitTheNearestRulesAreToldWithWhatDoesNotFit() {
        JsonNode decision =
                decision("/user/20000002", "subscribe", "ttd-parking", "/party/50000001");

        assertThat(decision.path("permit").asBoolean()).isFalse();
        JsonNode nearest = decision.path("near").get(0);
        assertThat(nearest.path("misses").toString()).isEqualTo("[\"caller\"]");
        assertThat(decision.path("near").get(1).path("place").asText()).isEqualTo("rules[4]");
        assertThat(decision.path("near").get(1).path("misses").toString())
                .isEqualTo("[\"subject\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "/org/ttd, read, app_ttd_apps-test, '', true",
        "/org/ttd, read, app_skd_apps-test, '', false",
        "/organisation/310000001, read, app_ttd_apps-test, /organisation/310000002, true",
        "/systemuser/a1b2c3d4-0000-4000-8000-000000000001, subscribe, ttd-x,"
                + " /organisation/310000001, true",
        "/user/20000001, subscribe, ttd-x, urn:altinn:person:identifier-no:01909012345, true",
        "/user/20000002, subscribe, ttd-x, urn:altinn:person:identifier-no:01909012345, false",
        "/user/20000001, subscribe, ttd-x, '', false"
    })
    void theDecisionIsThatOfThePolicies(
            String caller, String action, String resource, String subject, boolean permit) {
        assertThat(decision(caller, action, resource, subject).path("permit").asBoolean())
                .isEqualTo(permit);
    }

    @ParameterizedTest
    @CsvSource({
        "'', read, ttd-x, '', The parameter 'caller' is missing.",
        "<b>, read, ttd-x, '', The caller is such as /org/ttd",
        "/org/ttd, burn, ttd-x, '', 'The action is publish, subscribe or read.'",
        "/org/ttd, read, '', '', The parameter 'resource' is missing.",
        "/org/ttd, read, a b, '', The resource is a name such as ttd-parking",
        "/org/ttd, read, urn:other:x, '', The resource is a name such as ttd-parking",
        "/org/ttd, read, ttd-x, nobody, The subject is such as /org/ttd"
    })
    void whatIsMissingOrUnknownIsTold(
            String caller, String action, String resource, String subject, String told) {
        HttpResponse<String> answer = ask(caller, action, resource, subject);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(ask("/org/ttd", "read", "x".repeat(1_025), "").body())
                .contains("has at most 1024 characters");
    }

    @Test
    void pagesOfOtherSitesLearnNothing() {
        assertThat(
                        server.send(
                                        server.to(
                                                        "/local/decision?caller=/org/ttd&action=read"
                                                                + "&resource=x")
                                                .header("Origin", "https://other.example"))
                                .statusCode())
                .isEqualTo(403);
    }
}
