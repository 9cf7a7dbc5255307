package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What other parts of the platform may do, and what anyone may. */
@ExtendWith(RunningPlatform.class)
final class PrivateEndpointsTest {
    private final Platform platform;
    private final String resource = Platform.resource();

    PrivateEndpointsTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage/events", "inbound", "outbound", "push"})
    void aTrustedEventIsStoredAndPushedOnceWithoutPolicy(String path) {
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        EventText event = EventText.on(resource);
        Reply reply =
                trusted("POST", path)
                        .body("application/cloudevents+json; charset=utf-8", event.json())
                        .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();

        EventText last = EventText.on(resource);
        platform.publish(last);
        await().untilAsserted(
                        () ->
                                assertThat(inbox.pushedIds())
                                        .containsExactlyInAnyOrder(event.id(), last.id()));
        Reply stored = platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
        assertThat(stored.ids()).containsExactly(event.id(), last.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbound", "outbound", "push"})
    void anEventThatIsStoredAlreadyIsRelayedToNewSubscriptions(String path) {
        EventText event = EventText.on(resource);
        platform.publish(event);
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        trusted("POST", path).body("application/cloudevents+json", event.json()).send();
        await().untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event.json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage/events", "inbound", "outbound", "push"})
    void aTrustedEventIsHeldToTheRulesOfEvents(String path) {
        Reply noEvent = trusted("POST", path).body("application/cloudevents+json", "{}").send();
        assertThat(noEvent.status()).isEqualTo(400);
        assertThat(noEvent.json().path("errors").path("RequestBody")).isNotEmpty();
        String event = EventText.on(resource).json();
        assertThat(trusted("POST", path).json(event).send().status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage/events", "inbound", "outbound", "push"})
    void aTrustedEventWithoutResourceIsStoredForNobody(String path) {
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        String event = EventText.on(resource).without("resource").json();
        // The second time it is there already, and is relayed again.
        for (int i = 0; i < 2; i++) {
            Reply reply = trusted("POST", path).body("application/cloudevents+json", event).send();
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        }

        EventText last = EventText.on(resource);
        platform.publish(last);
        await().untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(last.json()));
        Reply stored = platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
        assertThat(stored.ids()).containsExactly(last.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage/events", "inbound", "outbound", "push"})
    void aResourceThatIsThereMustBeAUrn(String path) {
        String event = EventText.on("nonsense").json();
        Reply reply = trusted("POST", path).body("application/cloudevents+json", event).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.told()).isEqualTo("'Resource' must be a valid urn.");
    }

    @Test
    void anErasedEventIsReadWithoutItsDataAndPushedToNobody() {
        EventText event = EventText.on(resource).about("/party/50000001");
        String secret = event.jsonWith("data", "{\"navn\":\"Åse\"}");
        platform.publishing(secret).bearer(platform.tokens().ttd()).send();
        EventText other = EventText.on(resource);
        platform.publish(other);

        for (int i = 0; i < 2; i++) {
            Reply erased = erase(resource, event.id(), EventText.SOURCE);
            assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
            assertThat(erased.body()).isEmpty();
        }

        Reply stored = platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
        assertThat(stored.ids()).containsExactly(event.id(), other.id());
        assertThat(stored.json().path(0)).isEqualTo(Json.parse(event.json()));
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        for (String again : List.of(secret, other.json())) {
            for (String path : List.of("inbound", "outbound")) {
                Reply relayed =
                        trusted("POST", path).body("application/cloudevents+json", again).send();
                assertThat(relayed.status()).isEqualTo(200);
            }
        }
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(other.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"å <&>", "a/b", "a+b", "100%", "a%b", "a?b#c", "a:b;c=d"})
    void anIdOfAnyTextIsFoundPercentEncoded(String id) {
        EventText event = EventText.on(resource).with("id", id);
        platform.publish(event);

        Reply erased = erase(resource, id, EventText.SOURCE);

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
    }

    @Test
    void anEventOfAnotherSourceResourceOrIdIsNotThere() {
        EventText event = EventText.on(resource);
        platform.publish(event);

        for (Reply reply :
                List.of(
                        erase(resource, event.id(), EventText.SOURCE + "/"),
                        erase(resource, event.id() + "x", EventText.SOURCE),
                        erase(Platform.resource(), event.id(), EventText.SOURCE))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void anErasureWithoutASourceOrAUrnIsRefused() {
        String path = "storage/events/%s/1".formatted(resource);

        assertThat(trusted("DELETE", path).send().told())
                .startsWith("The 'source' parameter must be there once");
        assertThat(trusted("DELETE", path + "?source=%20").send().told())
                .startsWith("The 'source' parameter must be a URI");
        assertThat(erase("nonsense", "1", EventText.SOURCE).told())
                .isEqualTo("'Resource' must be a valid urn.");
    }

    private Reply erase(String resource, String id, String source) {
        return trusted(
                        "DELETE",
                        "storage/events/%s/%s?source=%s"
                                .formatted(encoded(resource), encoded(id), encoded(source)))
                .send();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void aSubscriptionIsMarkedValidated() {
        Inbox inbox = platform.inbox();
        inbox.failing(500, 1000);
        Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
        int id =
                ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", resource))
                        .json()
                        .path("id")
                        .asInt();
        Reply marked = trusted("PUT", "subscriptions/validate/" + id).send();
        assertThat(marked.status()).isEqualTo(200);
        assertThat(marked.json().path("id").asInt()).isEqualTo(id);
        assertThat(marked.json().path("validated").asBoolean()).isTrue();
        assertThat(ttd.read(id).json()).isEqualTo(marked.json());
    }

    @Test
    void anUnknownSubscriptionIsNotMarked() {
        Reply reply = trusted("PUT", "subscriptions/validate/2147483647").send();
        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void aDeliveryIsLogged() {
        Reply reply = log(UUID.randomUUID().toString(), "https://altinn.no/in", "200");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aLogEntryWithoutEndpointStatusOrUuidIsRefused() {
        String id = UUID.randomUUID().toString();
        assertThat(log("1", "https://altinn.no/in", "200").status()).isEqualTo(400);
        assertThat(log(id, "", "200").status()).isEqualTo(400);
        assertThat(log(id, "https://altinn.no/in", "null").status()).isEqualTo(400);
        assertThat(log(id, "https://altinn.no/in", "\"200\"").status()).isEqualTo(400);
        assertThat(trusted("POST", "storage/events/logs").json("{}").send().status())
                .isEqualTo(400);
    }

    @Test
    void anyoneMaySendToTheTestReceiver() {
        Reply reply = platform.api("POST", "tests/webhookreceiver").json("{}").send();
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void anyoneMayAskForHealth() {
        assertThat(platform.api("GET", "health").send().status()).isEqualTo(200);
    }

    private Reply log(String eventId, String endpoint, String status) {
        return trusted("POST", "storage/events/logs")
                .json(
                        "{\"cloudEventId\":\"%s\",\"cloudEventResource\":\"%s\",\"cloudEventType\":\"t\",\"subscriptionId\":1,\"consumer\":\"/org/ttd\",\"endpoint\":\"%s\",\"statusCode\":%s,\"isSuccessStatusCode\":true}"
                                .formatted(eventId, resource, endpoint, status))
                .send();
    }

    private Call trusted(String method, String path) {
        return platform.api(method, path).platformAccess(platform.tokens().platform());
    }
}
