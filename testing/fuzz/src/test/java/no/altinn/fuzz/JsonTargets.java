package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.subscription.SubscriptionRequest;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.platform.json.MessageFields;

import java.util.List;

/** JSON of bodies and messages. */
final class JsonTargets {
    private JsonTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "json",
                        JsonTargets::json,
                        "{\"a\":[1,-0.5e3,true,null,\"\\u00e5\\ud83d\\ude00\"]}",
                        "[]",
                        "",
                        "1e400"),
                Target.of(
                        "json-object",
                        JsonTargets::object,
                        "{\"name\":\"x\",\"names\":[\"a\",\"b\"],\"number\":7,\"flag\":true}",
                        "{\"NAME\":null,\"number\":2147483648}"),
                Target.of(
                        "subscription",
                        JsonTargets::subscription,
                        "{\"endPoint\":\"https://hook.example/a\",\"resourceFilter\":"
                                + "\"urn:altinn:resource:r\",\"subjectFilter\":\"/party/1\","
                                + "\"typeFilter\":\"t\",\"filters\":[{\"exact\":{\"type\":\"t\"}}]}",
                        "{\"endPoint\":\"https://hook.example/a\",\"sourceFilter\":"
                                + "\"https://ttd.apps.altinn.no/ttd/app\",\"serving\":{}}"),
                Target.of(
                        "message",
                        JsonTargets::message,
                        "{\"name\":\"x\",\"inner\":{\"number\":1,\"flag\":false}}"));
    }

    private static void json(String text) {
        JsonNode node;
        try {
            node = Json.parse(text);
        } catch (MalformedJson e) {
            assertThat(e.getMessage()).isNotEmpty();
            return;
        }
        // What has no number beyond a double's range survives being written.
        if (!text.contains("e") && !text.contains("E")) {
            assertThat(Json.parse(node.toString())).isEqualTo(node);
        }
    }

    private static void object(String text) {
        try {
            JsonObject object = JsonObject.read(text);
            object.text("name");
            object.texts("names");
            object.integer("number");
            object.flag("flag");
            object.list("names");
            assertThat(object.namesBut(List.of("name"))).doesNotContain("name", "NAME");
        } catch (Problem e) {
            assertThat(e.answer().status()).isEqualTo(400);
        }
    }

    private static void subscription(String text) {
        try {
            assertThat(SubscriptionRequest.read(text)).isNotNull();
        } catch (Problem e) {
            assertThat(e.answer().status()).isEqualTo(400);
        }
    }

    private static void message(String text) {
        try {
            MessageFields fields = MessageFields.of(text);
            fields.optionalText("name");
            fields.optionalNumber("number");
            fields.in("inner").flag("flag");
            fields.in("inner").number("number");
        } catch (MalformedMessage e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
