package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who subscribes. */
record Subscriber(Platform platform, String token) {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Asks for a subscription with these filters, given as pairs of names and values. */
    Reply subscribe(String endPoint, Map<String, Object> filters) {
        Map<String, Object> body = new TreeMap<>(filters);
        body.put("endPoint", endPoint);
        return platform.api("POST", "subscriptions").json(json(body)).bearer(token).send();
    }

    /** Subscribes and waits until the endpoint has been found good. */
    int subscribed(String endPoint, Map<String, Object> filters) {
        Reply made = subscribe(endPoint, filters);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        int id = made.json().path("id").asInt();
        await().atMost(SOON).until(() -> read(id).json().path("validated").asBoolean());
        return id;
    }

    Reply read(int id) {
        return platform.api("GET", "subscriptions/" + id).bearer(token).send();
    }

    /** Asks for something to be done with a subscription, for example {@code pause}. */
    Reply command(int id, String command, String json) {
        return platform.api("POST", "subscriptions/" + id + "/" + command)
                .json(json)
                .bearer(token)
                .send();
    }

    Reply limit(int id, String json) {
        return platform.api("PUT", "subscriptions/" + id + "/rate").json(json).bearer(token).send();
    }

    Reply remove(int id) {
        return platform.api("DELETE", "subscriptions/" + id).bearer(token).send();
    }

    Reply list() {
        return platform.api("GET", "subscriptions").bearer(token).send();
    }

    private static String json(Map<String, Object> members) {
        var object = Json.object();
        members.forEach(
                (name, value) -> {
                    if (value instanceof Boolean flag) {
                        object.put(name, flag);
                    } else if (value instanceof JsonNode json) {
                        object.set(name, json);
                    } else {
                        object.put(name, value.toString());
                    }
                });
        return object.toString();
    }
}
