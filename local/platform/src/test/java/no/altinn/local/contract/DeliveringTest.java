package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.http.WireServer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How events are pushed, and what becomes of endpoints that fail. */
@ExtendWith(RunningPlatform.class)
final class DeliveringTest {
    /** The first retry is due after 10 s, give or take a second. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    private final Platform platform;
    private final Subscriber ttd;
    private final String resource = Platform.resource();
    private final Inbox inbox;

    DeliveringTest(Platform platform) {
        this.platform = platform;
        this.ttd = new Subscriber(platform, platform.tokens().ttd());
        this.inbox = platform.inbox();
    }

    @Test
    void theEventsExactJsonIsPostedAsJson() {
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        String event =
                EventText.on(resource)
                        .about("/party/50000001")
                        .with("myextension", "blåbær 🫐")
                        .jsonWith(
                                "data",
                                "{\"z\":123456789012345678901234567890,\"a\":[null,1e400, \"\\u00e5\"]}");
        publish(event);
        await().untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event));

        JsonNode request = inbox.requests().get(1);
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(header(request, "content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(header(request, "user-agent")).isNotEmpty();
        assertThat(request.path("headers").toString().toLowerCase(Locale.ROOT))
                .doesNotContain("authorization", "cookie", "platformaccesstoken");
    }

    @Test
    void everyConsumerAndEverySubscriptionGetsTheEvent() {
        Inbox second = platform.inbox();
        Inbox ofA = platform.inbox();
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        ttd.subscribed(second.endPoint(), Map.of("resourceFilter", resource));
        new Subscriber(platform, platform.tokens().personA())
                .subscribed(
                        ofA.endPoint(),
                        Map.of("resourceFilter", resource, "subjectFilter", "/party/50000001"));
        String event = EventText.on(resource).about("/party/50000001").json();
        publish(event);
        for (Inbox one : List.of(inbox, second, ofA)) {
            await().untilAsserted(() -> assertThat(one.pushed()).containsExactly(event));
        }
    }

    @Test
    @Tag("proof")
    void aFailedPushIsTriedAgainAndARedirectIsNotFollowed() {
        Inbox target = platform.inbox();
        try (Receiver redirecting = Receiver.redirecting(307, target.endPoint())) {
            ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
            int redirected =
                    ttd.subscribe(redirecting.endPoint(), Map.of("resourceFilter", resource))
                            .json()
                            .path("id")
                            .asInt();
            // A redirect makes no endpoint valid, so it is set.
            platform.api("PUT", "subscriptions/validate/" + redirected)
                    .platformAccess(platform.tokens().platform())
                    .send();
            inbox.failing(503, 1);
            String event = EventText.on(resource).json();
            publish(event);

            await().atMost(FIRST_RETRY)
                    .untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event, event));
            await().atMost(FIRST_RETRY)
                    .untilAsserted(
                            () ->
                                    assertThat(redirecting.received())
                                            .filteredOn(event::equals)
                                            .hasSize(2));
            assertThat(target.requests()).isEmpty();
        }
    }

    /** The status line decides: receivers get the rest of an answer wrong in many ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "204 No Content\r\nContent-Length: 2\r\n\r\nok",
                "200 OK\r\nContent-Length: 100\r\n\r\nok",
                "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok"
            })
    void anAnswerOf2xxIsSuccessWhateverFollowsIt(String answer) {
        try (WireServer wire = new WireServer(WireServer.saying("HTTP/1.1 " + answer))) {
            int id = ttd.subscribed(wire.uri("/in").toString(), Map.of("resourceFilter", resource));
            publish(EventText.on(resource).json());

            await().untilAsserted(() -> assertThat(wire.requests()).isEqualTo(2));
            ttd.remove(id);
        }
    }

    @Test
    void aSlowEndPointHoldsUpNobodyElse() {
        try (Receiver slow = Receiver.holding()) {
            int id =
                    ttd.subscribe(slow.endPoint(), Map.of("resourceFilter", resource))
                            .json()
                            .path("id")
                            .asInt();
            // Set valid only now, since one that is valid already is asked no more.
            await().until(() -> !slow.received().isEmpty());
            platform.api("PUT", "subscriptions/validate/" + id)
                    .platformAccess(platform.tokens().platform())
                    .send();
            new Subscriber(platform, platform.tokens().personA())
                    .subscribed(
                            inbox.endPoint(),
                            Map.of("resourceFilter", resource, "subjectFilter", "/party/50000001"));
            List<String> events =
                    IntStream.range(0, 40)
                            .mapToObj(i -> EventText.on(resource).about("/party/50000001").json())
                            .toList();
            events.forEach(this::publish);

            // The slow one is let go only after all of them have arrived here.
            await().untilAsserted(
                            () ->
                                    assertThat(inbox.pushed())
                                            .containsExactlyInAnyOrderElementsOf(events));
            await().until(() -> slow.received().stream().anyMatch(events::contains));
        }
    }

    private static String header(JsonNode request, String name) {
        JsonNode headers = request.path("headers");
        for (String sent : (Iterable<String>) headers::fieldNames) {
            if (sent.equalsIgnoreCase(name)) {
                return headers.path(sent).asText();
            }
        }
        return "";
    }

    private void publish(String event) {
        Reply reply = platform.publishing(event).bearer(platform.tokens().ttd()).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
}
