package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Bodies that make no sense are the client's fault. */
@ExtendWith(RunningPlatform.class)
final class BadBodiesTest {
    private static final String EVENT = "application/cloudevents+json";
    private static final String GOOD = EventText.on("urn:altinn:resource:ttd-bad-input").json();

    /** Bodies that are no JSON object at all. */
    static final List<String> NO_OBJECTS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "null",
                    "true",
                    "1",
                    "\"text\"",
                    "[]",
                    "[{}]",
                    "not json",
                    "{\"a\":}",
                    "{'a':1}",
                    "{\"a\":1,}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{\"a\":\"\u0001\"}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\ud800",
                    "{}{}",
                    "{} x",
                    "/* */{}",
                    "\uFEFF{",
                    "\u0000",
                    "<xml/>",
                    "[".repeat(20_000) + "]".repeat(20_000),
                    "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
                    "[".repeat(20_000));

    /** Events that are JSON, and no events. */
    static final List<String> NO_EVENTS =
            Stream.of(
                            "{}",
                            GOOD.replace("\"1.0\"", "\"0.3\""),
                            GOOD.replace("\"1.0\"", "1.0"),
                            member("id", "1"),
                            member("id", "\"\""),
                            member("id", "null"),
                            member("id", "{}"),
                            member("id", "[\"a\"]"),
                            member("source", "\"\""),
                            member("source", "\"not a uri\""),
                            member("source", "\"http://[\""),
                            member("source", "7"),
                            member("type", "\"\""),
                            member("type", "true"),
                            member("type", "[]"),
                            member("resource", "null"),
                            member("resource", "7"),
                            member("resource", "{}"),
                            with("subject", "7"),
                            with("subject", "\"\""),
                            with("time", "\"yesterday\""),
                            with("time", "\"2026-13-01T00:00:00Z\""),
                            with("time", "0"),
                            with("datacontenttype", "7"),
                            with("dataschema", "\"no uri\""),
                            with("data_base64", "\"***\""),
                            with("data_base64", "7"),
                            with("data", "1,\"data_base64\":\"AA==\""),
                            with("id", "\"twice\""),
                            with("resource", "\"urn:altinn:resource:ttd-x\""),
                            with("Not-A-Name", "\"x\""),
                            with("", "\"x\""),
                            with("extension", "{}"),
                            with("extension", "[1]"),
                            with("data", "[".repeat(501) + "]".repeat(501)))
                    .toList();

    private final Platform platform;
    private final Tokens tokens;

    BadBodiesTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @ParameterizedTest
    @FieldSource("NO_OBJECTS")
    void aBodyThatIsNoJsonObjectIs400Everywhere(String body) {
        Refusal.refused(trusted("events").body(EVENT, body));
        Refusal.refused(trusted("storage/events").body(EVENT, body));
        Refusal.refused(trusted("outbound").body(EVENT, body));
        Refusal.refused(trusted("app").json(body));
        Refusal.refused(trusted("subscriptions").json(body));
        Refusal.refused(trusted("storage/events/logs").json(body));
    }

    @ParameterizedTest
    @FieldSource("NO_EVENTS")
    void whatIsNoCloudEventIs400(String body) {
        Refusal.refused(trusted("events").body(EVENT, body));
        Refusal.refused(
                trusted("events")
                        .body("application/cloudevents-batch+json", "[" + GOOD + "," + body + "]"));
    }

    @Test
    void theProblemSaysWhatIsWrongWithTheBody() {
        Reply reply = trusted("events").body(EVENT, "{\"specversion\":\"1.0\"}").send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").path("RequestBody").path(0).asText()).isNotEmpty();
    }

    @Test
    void bytesThatAreNoUtf8Are400() {
        byte[] event = GOOD.replace("thing.happened", "th?ng").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < event.length; i++) {
            if (event[i] == '?') {
                event[i] = (byte) 0xE5;
            }
        }
        Refusal.refused(trusted("events").body(EVENT, event));
        Refusal.refused(trusted("app").body("application/json", event));
        Refusal.refused(trusted("subscriptions").body("application/json", event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"endPoint\":7}",
                "{\"endPoint\":[]}",
                "{\"endPoint\":\"https://altinn.no/\",\"resourceFilter\":7}",
                "{\"endPoint\":\"https://altinn.no/\",\"subjectFilter\":{}}",
                "{\"endPoint\":\"https://altinn.no/\",\"typeFilter\":[\"a\"]}",
                "{\"endPoint\":\"https://altinn.no/\",\"includeSubunits\":\"true\"}",
                "{\"endPoint\":\"https://altinn.no/\",\"includeSubunits\":1}",
                "{\"endPoint\":\"https://altinn.no/\",\"endPoint\":\"https://altinn.no/\"}"
            })
    void aSubscriptionsMembersMustBeOfTheirType(String body) {
        Refusal.refused(trusted("subscriptions").json(body));
    }

    private Call trusted(String path) {
        return platform.api("POST", path)
                .bearer(tokens.ttd())
                .platformAccess(path.equals("app") ? tokens.app("x") : tokens.platform());
    }

    private static String member(String name, String rawJson) {
        return GOOD.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":" + rawJson);
    }

    private static String with(String name, String rawJson) {
        return EventText.on("urn:altinn:resource:ttd-bad-input").jsonWith(name, rawJson);
    }
}
