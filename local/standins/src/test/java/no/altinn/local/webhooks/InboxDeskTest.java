package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class InboxDeskTest {
    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final WebhookReceiver receiver = new WebhookReceiver(clock);
    private final LocalServer server = LocalServer.start(receiver, receiver.desk());

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode read(String path) {
        return Json.parse(server.get(path).body());
    }

    private void receive(String name, String body) {
        server.post("/webhooks/" + name, body);
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void theLatestInboxComesFirst() {
        receive("a", "1");
        receive("b", "2");
        receive("a", "3");

        JsonNode inboxes = read("/local/inboxes").path("inboxes");

        assertThat(inboxes.findValuesAsText("name")).containsExactly("a", "b");
        assertThat(inboxes.get(0).path("count").asInt()).isEqualTo(2);
    }

    @Test
    void theNewestRequestsOfAnInboxComeFirstAndTheOthersAreLeftOut() {
        for (int i = 1; i <= 25; i++) {
            receive("a", "body " + i);
        }

        JsonNode inbox = read("/local/inboxes/a");

        assertThat(inbox.path("count").asInt()).isEqualTo(25);
        List<String> bodies = inbox.path("requests").findValuesAsText("body");
        assertThat(bodies).hasSize(InboxDesk.MOST_REQUESTS).startsWith("body 25", "body 24");
    }

    @Test
    void aLongBodyIsCut() {
        receive("a", "x".repeat(InboxDesk.MOST_CHARACTERS + 1));

        JsonNode request = read("/local/inboxes/a").path("requests").get(0);

        assertThat(request.path("body").asText()).hasSize(InboxDesk.MOST_CHARACTERS);
        assertThat(request.path("isCut").asBoolean()).isTrue();
    }

    @Test
    void aBodyWithMarkupIsATextOfTheJson() {
        receive("a", "<script>alert(1)</script>");

        assertThat(read("/local/inboxes/a").path("requests").get(0).path("body").asText())
                .isEqualTo("<script>alert(1)</script>");
        assertThat(server.get("/local/inboxes/a").headers().firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
    }

    @Test
    void howTheNextRequestsAreAnsweredIsTold() {
        receive("a", "1");
        assertThat(read("/local/inboxes/a").path("times").asInt()).isZero();

        server.post("/webhooks/a/fail", "");

        JsonNode inbox = read("/local/inboxes/a");
        assertThat(inbox.path("times").asInt()).isEqualTo(3);
        assertThat(inbox.path("status").asInt()).isEqualTo(503);
    }

    @Test
    void manyInboxesAreCutToTheLatest() {
        for (int i = 0; i < InboxDesk.MOST_INBOXES + 5; i++) {
            receive("inbox-" + i, "x");
        }

        assertThat(read("/local/inboxes").path("inboxes")).hasSize(InboxDesk.MOST_INBOXES);
    }

    @Test
    void anInboxThatNothingHasComeToIsEmpty() {
        assertThat(read("/local/inboxes/unknown").path("requests")).isEmpty();
    }

    @Test
    void pagesOfOtherSitesReadNothing() {
        for (String path : List.of("/local/inboxes", "/local/inboxes/a")) {
            assertThat(
                            server.send(server.to(path).header("Sec-Fetch-Site", "same-site"))
                                    .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }
}
