package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.web.LocalServer;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class WebhookReceiverTest {
    private final LocalServer server =
            LocalServer.start(
                    new WebhookReceiver(
                            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC)));

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode list(String name) {
        return Json.parse(server.get("/webhooks/" + name).body());
    }

    private HttpResponse<String> behave(String name, String behaviour) {
        return server.send(
                server.to("/webhooks/" + name + "/behaviour")
                        .PUT(BodyPublishers.ofString(behaviour)));
    }

    @Test
    void aDeliveryIsAnswered200WithoutABody() {
        HttpResponse<String> answer = server.post("/webhooks/a", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aRequestIsKeptAsItCame() {
        String body = "{\"b\":1.00, \"a\":\"æ\\u00e5 \\\"\"}\n";
        server.send(
                server.to("/webhooks/a?x=1")
                        .header("Webhook-Id", "msg_1")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(body)));

        JsonNode request = list("a").get(0);

        assertThat(request.path("receivedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("body").asText()).isEqualTo(body);
        assertThat(request.at("/headers/webhook-id").asText()).isEqualTo("msg_1");
        assertThat(request.at("/headers/content-type").asText())
                .isEqualTo("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "OPTIONS"})
    void anyOtherMethodDeliversToo(String method) {
        server.send(server.to("/webhooks/a").method(method, BodyPublishers.ofString("x")));

        assertThat(list("a").get(0).path("method").asText()).isEqualTo(method);
    }

    @Test
    void aNameThatGotNothingHasAnEmptyList() {
        HttpResponse<String> answer = server.get("/webhooks/nothing");

        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
    }

    @Test
    void deletingEmptiesOneName() {
        server.post("/webhooks/a", "1");
        server.post("/webhooks/b", "1");

        assertThat(server.send(server.to("/webhooks/a").DELETE()).statusCode()).isEqualTo(204);

        assertThat(list("a")).isEmpty();
        assertThat(list("b")).hasSize(1);
    }

    @Test
    void aFailingWebhookKeepsWhatItRefused() {
        assertThat(behave("a", "{\"status\":503,\"delayMs\":0,\"times\":3}").statusCode())
                .isEqualTo(200);

        assertThat(IntStream.range(0, 4).map(i -> server.post("/webhooks/a", "x").statusCode()))
                .containsExactly(503, 503, 503, 200);
        assertThat(list("a")).hasSize(4);
    }

    @Test
    void aBehaviourWithoutTimesStaysUntilAnEmptyOneEndsIt() {
        behave("a", "{\"status\":503}");

        assertThat(IntStream.range(0, 5).map(i -> server.post("/webhooks/a", "x").statusCode()))
                .containsOnly(503);

        assertThat(behave("a", "{}").statusCode()).isEqualTo(200);
        assertThat(server.post("/webhooks/a", "x").statusCode()).isEqualTo(200);
        assertThat(list("a")).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html,text/html; charset=utf-8",
        "text/html; charset=iso-8859-1,text/html; charset=iso-8859-1",
        "Text/HTML; Charset=UTF-8,Text/HTML; Charset=UTF-8"
    })
    void anAnswerHasTheMediaTypeThatItsBehaviourNames(String named, String sent) {
        behave(
                "a",
                "{\"status\":500,\"headers\":{\"Content-Type\":\"%s\"},\"body\":\"x\"}"
                        .formatted(named));

        HttpResponse<String> answer = server.post("/webhooks/a", "x");

        assertThat(answer.headers().allValues("Content-Type")).containsExactly(sent);
        assertThat(answer.body()).isEqualTo("x");
    }

    @Test
    void anAnswerWithoutAMediaTypeIsPlainText() {
        behave("a", "{\"status\":500,\"body\":\"x\"}");

        assertThat(server.post("/webhooks/a", "x").headers().allValues("Content-Type"))
                .containsExactly("text/plain; charset=utf-8");
    }

    @Test
    void theBehaviourInForceIsTold() {
        assertThat(server.get("/webhooks/a/behaviour").body())
                .isEqualTo("{\"status\":200,\"delayMs\":0}");

        assertThat(behave("a", "{\"status\":503,\"times\":2}").body())
                .isEqualTo("{\"status\":503,\"delayMs\":0,\"times\":2}");
        server.post("/webhooks/a", "x");

        assertThat(server.get("/webhooks/a/behaviour").body())
                .isEqualTo("{\"status\":503,\"delayMs\":0,\"times\":1}");
    }

    @Test
    void aBehaviourThatCannotBeIsRefused() {
        assertThat(behave("a", "{\"status\":1}").statusCode()).isEqualTo(400);
    }

    @Test
    void waitingRequestsHoldNoThreadAndAreKeptAtOnce() {
        // More than the server has threads, and each waits longer than the test may take.
        behave("slow", "{\"delayMs\":600000}");
        List<CompletableFuture<HttpResponse<String>>> waiting =
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        server.client()
                                                .sendAsync(
                                                        server.to("/webhooks/slow")
                                                                .POST(BodyPublishers.ofString("x"))
                                                                .build(),
                                                        BodyHandlers.ofString()))
                        .toList();

        org.awaitility.Awaitility.await().until(() -> list("slow").size() == 300);

        assertThat(server.post("/webhooks/quick", "x").statusCode()).isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aDelayedAnswerComesInTheEnd() {
        behave("a", "{\"status\":202,\"delayMs\":50,\"times\":1}");

        assertThat(server.post("/webhooks/a", "x").statusCode()).isEqualTo(202);
    }

    @Test
    void thePageShowsWhatCameAsText() {
        server.post("/webhooks/a", "<script>alert(1)</script>");

        assertThat(server.get("/webhooks").body())
                .contains("href=\"/webhooks/a\"", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void thePageSaysWhenNothingCame() {
        assertThat(server.get("/webhooks/").body()).contains("Nothing was received yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook", "/webhooks/a/b", "/webhooks/a%3Cb", "/webhooks/a/empty"})
    void otherPathsAreNotItsOwn(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeliveryThatIsTooLargeIsRefusedAndNotKept() {
        assertThat(server.post("/webhooks/a", "x".repeat(1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        assertThat(list("a")).isEmpty();
    }
}
