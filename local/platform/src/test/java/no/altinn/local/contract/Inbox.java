package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** One inbox of the platform's webhook receiver. */
record Inbox(Platform platform, String name) {
    private static final String VALIDATION = "platform.events.validatesubscription";

    /** Where subscriptions push to. */
    String endPoint() {
        return platform.base() + "webhooks/" + name;
    }

    /** All that was received, the oldest first. */
    List<JsonNode> requests() {
        JsonNode list = platform.call("GET", "webhooks/" + name).send().json();
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** The exact texts of the events that were pushed. */
    List<String> pushed() {
        return bodies().stream().filter(body -> !body.contains(VALIDATION)).toList();
    }

    /** The exact texts of the events that were sent to try the endpoint. */
    List<String> validations() {
        return bodies().stream().filter(body -> body.contains(VALIDATION)).toList();
    }

    /** The ids of the events that were pushed. */
    List<String> pushedIds() {
        return pushed().stream().map(body -> Json.parse(body).path("id").asText()).toList();
    }

    private List<String> bodies() {
        return requests().stream().map(request -> request.path("body").asText()).toList();
    }

    /** When one of the requests was received. */
    Instant receivedAt(int index) {
        return Instant.parse(requests().get(index).path("receivedAt").asText());
    }

    /** Lets all requests be answered so, until it is changed. */
    void answering(String behaviour) {
        Reply set = platform.call("PUT", "webhooks/" + name + "/behaviour").json(behaviour).send();
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
    }

    /** Lets the next requests fail. */
    void failing(int status, int times) {
        platform.call("PUT", "webhooks/" + name + "/behaviour")
                .json("{\"status\":%d,\"delayMs\":0,\"times\":%d}".formatted(status, times))
                .send();
    }
}
