package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.testing.openapi.Operation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Things that the examples of requests name, and whose ids the platform chooses. */
final class ExampleThings {
    static final String RESOURCE = "urn:altinn:resource:ttd-permits";
    private static final String SUBJECT = "urn:altinn:organization:identifier-no:310000001";
    private static final String TOKEN =
            "GetEnterpriseToken?env=local&orgNo=310000001&scopes=altinn:events.subscribe";

    private final Platform platform;
    private final String token;

    ExampleThings(Platform platform) {
        this.platform = platform;
        this.token = platform.tokens().generated(TOKEN).body();
    }

    /** New ones for an operation, by the names of its path's parameters. */
    Map<String, String> of(Operation operation) {
        Map<String, String> ids = new HashMap<>();
        String path = operation.path();
        if (path.startsWith("/subscriptions/")) {
            Inbox inbox = platform.inbox();
            int id = isPull(operation) ? pullSubscription() : subscription(inbox);
            ids.put("id", Integer.toString(id));
            if (path.contains("{deliveryId}")) {
                ids.put("deliveryId", failedDelivery(id, inbox));
            }
            if (path.contains("{jobId}")) {
                ids.put("jobId", job(id));
            }
        }
        if (path.contains("{set}")) {
            ids.put("set", keySet());
        }
        return ids;
    }

    private static boolean isPull(Operation operation) {
        return operation.node().path("tags").path(0).asText().equals("pull");
    }

    /** A request about a subscription of the consumer in the examples. */
    Call own(String method, String path) {
        return platform.api(method, "subscriptions/" + path).bearer(token);
    }

    /** A subscription whose endpoint has been found good. */
    int subscription(Inbox inbox) {
        return new Subscriber(platform, token)
                .subscribed(
                        inbox.endPoint(),
                        Map.of("resourceFilter", RESOURCE, "subjectFilter", SUBJECT));
    }

    /** A subscription whose events are fetched. */
    int pullSubscription() {
        Reply made =
                platform.api("POST", "subscriptions")
                        .bearer(token)
                        .json(
                                Json.object()
                                        .put("deliveryMode", "pull")
                                        .put("resourceFilter", RESOURCE)
                                        .put("subjectFilter", SUBJECT)
                                        .put("typeFilter", UUID.randomUUID().toString())
                                        .toString())
                        .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asInt();
    }

    /** The id of a delivery that waits for its second attempt. */
    String failedDelivery(int subscription, Inbox inbox) {
        inbox.failing(503, 1_000);
        return delivery(subscription, published(), 1).path("id").asText();
    }

    /** Publishes an event for the consumer. */
    EventText published() {
        EventText event = EventText.on(RESOURCE).about(SUBJECT);
        platform.publish(event);
        return event;
    }

    /** The delivery of an event as soon as there is one with so many attempts. */
    JsonNode delivery(int subscription, EventText event, int attempts) {
        Call list = own("GET", subscription + "/deliveries?eventId=" + event.id());
        return await().until(
                        () -> list.send().json().path("deliveries").path(0),
                        found -> found.path("attemptCount").asInt(-1) >= attempts);
    }

    private String job(int subscription) {
        String body =
                Json.object()
                        .put("from", Instant.now().minus(Duration.ofHours(1)).toString())
                        .toString();
        Reply started = own("POST", subscription + "/replay").json(body).send();
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return started.json().path("id").asText();
    }

    /** The set of public keys of a new subscription. */
    String keySet() {
        int id = subscription(platform.inbox());
        Reply rotated = own("POST", id + "/secret/rotate").json("{\"scheme\":\"v1a\"}").send();
        assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
        return rotated.json().path("keys").asText().replaceFirst(".*/", "");
    }
}
