package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Publishing in structured and batch mode, and what comes back of it. */
@ExtendWith(RunningPlatform.class)
final class PublishingTest {
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Platform platform;
    private final String resource = Platform.resource();

    PublishingTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void anAcceptedEventIsAnsweredWithABare200() {
        Reply reply = accepted(EventText.on(resource).json());
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=utf-8",
                "application/cloudevents+json;charset=UTF-8",
                "Application/CloudEvents+JSON",
                "application/cloudevents+json; charset=\"utf-8\"; x=y"
            })
    void structuredModeIsReadWithAnyParameters(String contentType) {
        EventText event = EventText.on(resource);
        Reply reply =
                platform.api("POST", "events")
                        .body(contentType, event.json())
                        .bearer(platform.tokens().ttd())
                        .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(stored().ids()).containsExactly(event.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345678901234567890",
                "1e400",
                "-0.0",
                "1.10",
                "0.1000000000000000055511151231257827021181583404541015625",
                "null",
                "\"\"",
                "\"blåbærsyltetøy 🫐 \\u0000 \\\"\\\\ \\u2028\"",
                "{\"b\":1,\"a\":null,\"B\":[null,[],{}],\"\":0}",
                "{\"twice\":1,\"twice\":2}",
                "[ 1 , 2 ]",
                "false"
            })
    void dataComesBackExactlyAsItWasSent(String data) {
        String event = EventText.on(resource).jsonWith("data", data);
        accepted(event);
        assertThat(stored().body()).isEqualTo("[" + event + "]");
    }

    @Test
    void binaryDataAndExtensionsComeBackExactly() {
        String event =
                EventText.on(resource)
                        .about("/party/50000001")
                        .with("time", "2026-01-02T03:04:05.123456789+01:00")
                        .with("datacontenttype", "application/octet-stream")
                        .with("dataschema", "https://ttd.example/schema#1")
                        .with("data_base64", "AAECAwQ=")
                        .with("traceparent", "00-abc-def-01")
                        .with("myextension", "ærlig 🙂")
                        .jsonWith("sequence", "42");
        accepted(event);
        assertThat(stored().body()).isEqualTo("[" + event + "]");
    }

    @Test
    void keysKeepTheirOrder() {
        String event =
                "{\"type\":\"t\",\"data\":{\"z\":1,\"a\":2},\"resource\":\"%s\",\"id\":\"1\",\"source\":\"urn:x:y\",\"specversion\":\"1.0\"}"
                        .formatted(resource);
        accepted(event);
        assertThat(stored().body()).isEqualTo("[" + event + "]");
    }

    @Test
    void anEventOf64KibibytesPasses() {
        String event = EventText.on(resource).with("data", "x".repeat(64 * 1024)).json();
        accepted(event);
        assertThat(stored().body()).isEqualTo("[" + event + "]");
    }

    @Test
    void aBodyOfJustOneMebibytePasses() {
        String around = EventText.on(resource).with("data", "").json();
        String filling = "å".repeat((1024 * 1024 - around.length()) / 2);
        String event = EventText.on(resource).with("data", filling).json();
        assertThat(event.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1 << 20);
        accepted(event);
    }

    @Test
    void theSameEventTwiceIsStoredOnce() {
        EventText event = EventText.on(resource);
        accepted(event.json());
        accepted(event.with("type", "another.type").json());
        assertThat(stored().body()).isEqualTo("[" + event.json() + "]");
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherEvent() {
        EventText event = EventText.on(resource);
        accepted(event.json());
        accepted(event.with("source", "https://ttd.example/others").json());
        assertThat(stored().ids()).containsExactly(event.id(), event.id());
    }

    @Test
    void anOlderAppNameIsReplacedByTheAppsOwn() {
        String app = Platform.app();
        EventText event =
                EventText.on("urn:altinn:resource:altinnapp.ttd." + app)
                        .with("source", "https://ttd.apps.local.altinn.cloud/ttd/" + app);
        String admin = "altinn:events.publish,altinn:events.publish.admin";
        Reply reply =
                platform.publishing(event.json())
                        .bearer(platform.tokens().serviceOwner("ttd", admin))
                        .send();
        assertThat(reply.status()).isEqualTo(200);

        String inbound = "urn:altinn:resource:app_ttd_" + app;
        Reply read = platform.reading(inbound, "").bearer(platform.tokens().ttd()).send();
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("next")).as("stored under the app's own name").isPresent();
    }

    @Test
    void aBatchIsStoredInItsOrder() {
        EventText first = EventText.on(resource);
        EventText second = EventText.on(resource);
        Reply reply = batch("[" + first.json() + " , " + second.json() + "]");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(stored().ids()).containsExactly(first.id(), second.id());
    }

    @Test
    void aBatchWithOneBadEventIsRefusedAsAWhole() {
        String good = EventText.on(resource).json();
        String bad = EventText.on(resource).without("type").json();
        Reply reply = batch("[" + good + "," + bad + "]");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(stored().ids()).isEmpty();
    }

    @Test
    void aBatchWithOneEventThatIsNotPermittedIsRefusedAsAWhole() {
        String mine = EventText.on(resource).json();
        String others = EventText.on("urn:altinn:resource:skd-others").json();
        Reply reply = batch("[" + mine + "," + others + "]");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEmpty();
        assertThat(stored().ids()).isEmpty();
    }

    @Test
    void aBatchHoldsUpToAThousandEvents() {
        assertThat(batch(events(1_001)).status()).isEqualTo(400);
        assertThat(batch("[]").status()).isEqualTo(400);
        assertThat(batch(events(1_000)).status()).isEqualTo(200);
        Reply all = platform.reading(resource, "&size=1000").bearer(platform.tokens().ttd()).send();
        assertThat(all.ids()).hasSize(1_000).doesNotHaveDuplicates();
    }

    private Reply batch(String events) {
        return platform.api("POST", "events")
                .body(BATCH, events)
                .bearer(platform.tokens().ttd())
                .send();
    }

    private String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EventText.on(resource).json())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Reply accepted(String event) {
        Reply reply = platform.publishing(event).bearer(platform.tokens().ttd()).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    private Reply stored() {
        return platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
    }
}
