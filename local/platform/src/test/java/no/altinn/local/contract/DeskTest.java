package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the start page asks of the Events app's stores. */
@ExtendWith(RunningPlatform.class)
class DeskTest {
    private final Platform platform;
    private final String resource = Platform.resource();

    DeskTest(Platform platform) {
        this.platform = platform;
    }

    private JsonNode read(String path) {
        Reply reply = platform.call("GET", path).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static Optional<JsonNode> first(JsonNode list, String member, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(member).asText().equals(value))
                .findFirst();
    }

    private JsonNode event(String id) {
        return first(read("local/events").path("events"), "id", id).orElseThrow();
    }

    private JsonNode outcomes(String id) {
        return read("local/event?resource=%s&document=%s"
                        .formatted(
                                URLEncoder.encode(resource, StandardCharsets.UTF_8),
                                event(id).path("document").asText()))
                .path("outcomes");
    }

    private JsonNode outcomeAt(String id, int subscription) {
        return StreamSupport.stream(outcomes(id).spliterator(), false)
                .filter(one -> one.path("subscription").path("id").asInt() == subscription)
                .findFirst()
                .orElseThrow();
    }

    private Optional<JsonNode> delivery(String eventId) {
        JsonNode json = read("local/deliveries");
        return first(json.path("waiting"), "eventId", eventId)
                .or(() -> first(json.path("newest"), "eventId", eventId));
    }

    private Subscriber ttd() {
        return new Subscriber(platform, platform.tokens().ttd());
    }

    @Test
    void theNewestEventComesFirstWithItsAttributesAndWithoutItsData() {
        EventText first = EventText.on(resource);
        EventText second = EventText.on(resource).about("/party/50000001");
        platform.publish(first);
        platform.publish(second);

        JsonNode json = read("local/events");

        List<String> ids = json.path("events").findValuesAsText("id");
        assertThat(ids).containsSubsequence(second.id(), first.id()).hasSizeLessThanOrEqualTo(50);
        JsonNode event = event(second.id());
        assertThat(event.path("type").asText()).isEqualTo(EventText.TYPE);
        assertThat(event.path("source").asText()).isEqualTo(EventText.SOURCE);
        assertThat(event.path("resource").asText()).isEqualTo(resource);
        assertThat(event.path("subject").asText()).isEqualTo("/party/50000001");
        assertThat(event.path("registered").asText()).isNotEmpty();
        assertThat(event.has("data")).isFalse();
    }

    @Test
    void anEventIsToldWithItsExactText() {
        EventText event = EventText.on(resource);
        String text = event.jsonWith("data", "{\"b\":1.10,\"a\":12345678901234567890}");
        platform.publishing(text).bearer(platform.tokens().ttd()).send();

        JsonNode one =
                read(
                        "local/event?resource=%s&document=%s"
                                .formatted(resource, event(event.id()).path("document").asText()));

        assertThat(one.path("event").asText()).contains("{\"b\":1.10,\"a\":12345678901234567890}");
    }

    @Test
    void whoGotAnEventIsToldAndWhoDidNotAndWhy() {
        Inbox inbox = platform.inbox();
        int all = ttd().subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        int typed =
                ttd().subscribed(
                                inbox.endPoint(),
                                Map.of("resourceFilter", resource, "typeFilter", "other.type"));
        int about =
                ttd().subscribed(
                                inbox.endPoint(),
                                Map.of("resourceFilter", resource, "subjectFilter", "/party/1"));
        int elsewhere =
                ttd().subscribed(inbox.endPoint(), Map.of("resourceFilter", Platform.resource()));
        Inbox deaf = platform.inbox();
        deaf.failing(503, 1_000);
        int unheard =
                ttd().subscribe(deaf.endPoint(), Map.of("resourceFilter", resource))
                        .json()
                        .path("id")
                        .asInt();
        EventText event = EventText.on(resource);
        platform.publish(event);
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(event.id()));

        await().untilAsserted(
                        () ->
                                assertThat(
                                                outcomeAt(event.id(), all)
                                                        .path("delivery")
                                                        .path("status")
                                                        .asText())
                                        .isEqualTo("delivered"));
        assertThat(outcomeAt(event.id(), all).path("reason").asText()).isEqualTo("started");
        assertThat(outcomeAt(event.id(), typed).path("reason").asText()).isEqualTo("type");
        assertThat(outcomeAt(event.id(), typed).path("words").asText())
                .isEqualTo("type is thing.happened, the filter wants other.type");
        assertThat(outcomeAt(event.id(), about).path("reason").asText()).isEqualTo("subject");
        assertThat(outcomeAt(event.id(), elsewhere).path("reason").asText()).isEqualTo("resource");
        assertThat(outcomeAt(event.id(), unheard).path("reason").asText())
                .isEqualTo("not_validated");
    }

    @Test
    void aFailedDeliveryIsToldAndTriedNowByTheUsualWay() {
        Inbox inbox = platform.inbox();
        ttd().subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        inbox.failing(503, 1);
        EventText event = EventText.on(resource);
        platform.publish(event);
        await().until(
                        () ->
                                delivery(event.id())
                                        .filter(one -> one.path("attempts").asInt() == 1)
                                        .isPresent());
        JsonNode waiting = delivery(event.id()).orElseThrow();
        assertThat(waiting.path("status").asText()).isEqualTo("due");
        assertThat(waiting.path("attempt").asInt()).isEqualTo(2);
        assertThat(waiting.path("lastFailure").path("status").asInt()).isEqualTo(503);

        Reply tried = tryNow(waiting);

        assertThat(tried.status()).isEqualTo(202);
        await().until(
                        () ->
                                delivery(event.id())
                                        .filter(
                                                one ->
                                                        one.path("status")
                                                                .asText()
                                                                .equals("delivered"))
                                        .isPresent());
        assertThat(delivery(event.id()).orElseThrow().path("attempts").asInt()).isEqualTo(2);
        assertThat(tryNow(waiting).status()).isEqualTo(409);
    }

    private Reply tryNow(JsonNode delivery) {
        return platform.call(
                        "POST",
                        "local/deliveries/%s/%s/try"
                                .formatted(
                                        delivery.path("subscription").asText(),
                                        delivery.path("id").asText()))
                .send();
    }

    @Test
    @Tag("proof")
    void aValidationIsBegunAgain() {
        Inbox inbox = platform.inbox();
        // More often than it is tried in the first 16 seconds.
        inbox.failing(503, 3);
        int id =
                ttd().subscribe(inbox.endPoint(), Map.of("resourceFilter", resource))
                        .json()
                        .path("id")
                        .asInt();
        await().until(() -> inbox.validations().size() == 3);
        assertThat(validation(id).path("state").asText()).isEqualTo("pending");

        assertThat(platform.call("POST", "local/subscriptions/" + id + "/try").send().status())
                .isEqualTo(202);

        await().until(() -> validation(id).path("state").asText().equals("validated"));
        assertThat(platform.call("POST", "local/subscriptions/" + id + "/try").send().status())
                .isEqualTo(409);
    }

    private JsonNode validation(int id) {
        return first(read("local/subscriptions").path("subscriptions"), "id", Integer.toString(id))
                .orElseThrow()
                .path("validation");
    }

    @Test
    void aSubscriptionIsToldWithItsFilters() {
        Inbox inbox = platform.inbox();
        int id =
                ttd().subscribed(
                                inbox.endPoint(),
                                Map.of(
                                        "resourceFilter",
                                        resource,
                                        "typeFilter",
                                        "<img src=x onerror=alert(1)>"));

        JsonNode subscription =
                first(read("local/subscriptions").path("subscriptions"), "id", Integer.toString(id))
                        .orElseThrow();

        assertThat(subscription.path("consumer").asText()).isEqualTo("/org/ttd");
        assertThat(subscription.path("endPoint").asText()).isEqualTo(inbox.endPoint());
        assertThat(subscription.path("resource").asText()).isEqualTo(resource);
        assertThat(subscription.path("type").asText()).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void theGuidesAreListedAndReadAsTheyAreWritten() {
        JsonNode guide =
                first(read("local/guides").path("guides"), "name", "maskinporten").orElseThrow();
        assertThat(guide.path("title").asText()).isEqualTo("An organisation's token: Maskinporten");

        Reply text = platform.call("GET", "local/guides/maskinporten").send();

        assertThat(text.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(text.body()).startsWith("# An organisation's token: Maskinporten");
        for (String name : List.of("unknown", "%2E%2E%2FREADME", "..%2FREADME", "MASKINPORTEN")) {
            assertThat(platform.call("GET", "local/guides/" + name).send().status())
                    .as(name)
                    .isIn(400, 404);
        }
    }

    @Test
    void whatIsServedIsAPlaceOfTheStartPage() {
        assertThat(read("local/places").path("places").findValuesAsText("path"))
                .contains("/webhooks", "/health", "/api/metadata", "/maskinporten/clients/");
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThat(platform.call("GET", "local/event").send().status()).isEqualTo(400);
        assertThat(platform.call("GET", "local/event?resource=r&document=d").send().status())
                .isEqualTo(404);
        for (String path :
                List.of(
                        "local/deliveries/1/unknown/try",
                        "local/deliveries/x/unknown/try",
                        "local/subscriptions/2147483647/try",
                        "local/subscriptions/99999999999/try",
                        "local/subscriptions/%3Cb%3E/try")) {
            assertThat(platform.call("POST", path).send().status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void pagesOfOtherSitesReadAndChangeNothing() {
        for (String path :
                List.of(
                        "local/events",
                        "local/event?resource=r&document=d",
                        "local/subscriptions",
                        "local/deliveries",
                        "local/guides",
                        "local/guides/maskinporten")) {
            assertThat(
                            platform.call("GET", path)
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .send()
                                    .status())
                    .as(path)
                    .isEqualTo(403);
        }
        for (String path : List.of("local/deliveries/1/x/try", "local/subscriptions/1/try")) {
            assertThat(
                            platform.call("POST", path)
                                    .header("Origin", "https://other.example")
                                    .send()
                                    .status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, local",
        "GET, local/",
        "GET, local/nothing",
        "PUT, local/events",
        "DELETE, local/inboxes/mine"
    })
    void whereNothingIsItIsToldWhatThereIs(String method, String path) {
        Reply reply = platform.call(method, path).send();

        assertThat(reply.status()).isEqualTo(404);
        String told = reply.json().path("detail").asText();
        for (String one : answered(told)) {
            String[] words = one.split(" ", 2);
            String address = words[1].replaceFirst("\\{name}", "api").replaceAll("\\{.*?}", "1");
            assertThat(platform.call(words[0], "local/" + address).send().body())
                    .as(one)
                    .doesNotContain("There is nothing at this address");
        }
    }

    private static List<String> answered(String told) {
        String list = told.replaceFirst(".*there is: ", "").replaceFirst("[.]$", "");
        List<String> answered = List.of(list.split(", ", -1));
        assertThat(answered).contains("GET callers", "POST subscriptions/{id}/try").hasSize(14);
        return answered;
    }
}
