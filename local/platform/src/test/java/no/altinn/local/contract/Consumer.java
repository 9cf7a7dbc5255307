package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A consumer that looks after the deliveries of one subscription.
 *
 * @param id the subscription's
 */
record Consumer(Platform platform, String token, int id, String resource, Inbox inbox) {
    /** Service owner ttd, with a new inbox subscribed to a resource of its own. */
    static Consumer ttd(Platform platform) {
        String token = platform.tokens().ttd();
        String resource = Platform.resource();
        Inbox inbox = platform.inbox();
        int id =
                new Subscriber(platform, token)
                        .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        return new Consumer(platform, token, id, resource, inbox);
    }

    /** A request below the subscription. */
    Call call(String method, String path) {
        return platform.api(method, "subscriptions/" + id + "/" + path).bearer(token);
    }

    JsonNode get(String path) {
        Reply reply = call("GET", path).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    /** Publishes an event on the resource, and gives its id. */
    String publish() {
        EventText event = EventText.on(resource);
        platform.publish(event);
        return event.id();
    }

    List<JsonNode> deliveries(String query) {
        return list(get("deliveries" + query).path("deliveries"));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The delivery of an event, once it has this status. */
    JsonNode awaited(String eventId, String status) {
        String query = "?status=" + status + "&eventId=" + eventId;
        await().until(() -> !deliveries(query).isEmpty());
        return get("deliveries/" + deliveries(query).get(0).path("id").asText());
    }

    /** Lets the endpoint fail until so many events are dead, and gives the delivery of the last. */
    JsonNode dead(int count) {
        inbox.failing(503, 2 * count);
        List<String> events = IntStream.range(0, count).mapToObj(i -> publish()).toList();
        return events.stream()
                .map(event -> awaited(event, "dead"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** Begins a job and waits until it has ended. */
    JsonNode job(String path, String body) {
        Reply begun = call("POST", path).json(body).send();
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        return ended(begun);
    }

    JsonNode ended(Reply begun) {
        String location = begun.header("Location").orElseThrow();
        await().until(() -> !job(location).path("status").asText().equals("running"));
        return job(location);
    }

    private JsonNode job(String location) {
        return platform.get(location).bearer(token).send().json();
    }

    static Instant instant(JsonNode json, String member) {
        return Instant.parse(json.path(member).asText());
    }
}
