package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;

/** What endpoints are really sent is what the AsyncAPI document says. */
@ExtendWith(RunningPlatform.class)
final class PushesTest {
    private static final String OPERATIONS = "urn:altinn:resource:altinn-events-operations";

    private final Platform platform;
    private final String resource = Platform.resource();

    PushesTest(Platform platform) {
        this.platform = platform;
    }

    private List<JsonNode> pushed(String event) {
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().ttd())
                .subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        Call publishing = platform.publishing(event).bearer(platform.tokens().ttd());
        assertThat(publishing.send().status()).isEqualTo(200);
        await().until(() -> !inbox.pushed().isEmpty());
        return inbox.requests();
    }

    @Test
    void aValidationIsAsTheDocumentSays() {
        JsonNode validation = pushed(EventText.on(resource).json()).get(0);

        assertThat(Pushes.faults("validateEndPoint", validation)).isEmpty();
        assertThat(Pushes.faults("pushEvent", validation)).isNotEmpty();
    }

    @Test
    void anEventWithoutMoreThanItMustHaveIsAsTheDocumentSays() {
        JsonNode push = pushed(EventText.on(resource).json()).get(1);

        assertThat(Pushes.faults("pushEvent", push)).isEmpty();
        assertThat(Pushes.faults("validateEndPoint", push)).isNotEmpty();
    }

    @Test
    void anEventWithAllThatItMayHaveIsAsTheDocumentSays() {
        String event =
                EventText.on(resource)
                        .about("/party/50000001")
                        .with("alternativesubject", "/person/01909012345")
                        .with("time", "2026-01-02T03:04:05.123456789+01:00")
                        .with("datacontenttype", "application/json")
                        .with("dataschema", "https://ttd.example/schema")
                        .with("extension", "text")
                        .jsonWith(
                                "data", "{\"zone\":12.50,\"list\":[null]},\"flag\":true,\"n\":-1");

        assertThat(Pushes.faults("pushEvent", pushed(event).get(1))).isEmpty();
    }

    @Test
    void bytesAreAsTheDocumentSays() {
        String event = EventText.on(resource).with("data_base64", "AAE=").json();

        assertThat(Pushes.faults("pushEvent", pushed(event).get(1))).isEmpty();
    }

    @Test
    void aTestIsAsTheDocumentSays() {
        Inbox inbox = platform.inbox();
        Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
        int id = ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));

        Reply tested =
                platform.api("POST", "subscriptions/" + id + "/test")
                        .bearer(platform.tokens().ttd())
                        .send();

        assertThat(tested.json().at("/attempt/status").asInt()).isEqualTo(200);
        JsonNode test = inbox.requests().get(1);
        assertThat(Pushes.faults("testEndPoint", test)).isEmpty();
        assertThat(Pushes.faults("pushEvent", test)).isNotEmpty();
        assertThat(Pushes.faults("validateEndPoint", test)).isNotEmpty();
    }

    @Test
    void newsOfASubscriptionAreAsTheDocumentSays() {
        Inbox inbox = platform.inbox();
        Subscriber ttd = new Subscriber(platform, platform.tokens().ttd());
        ttd.subscribed(
                inbox.endPoint(),
                Map.of("resourceFilter", OPERATIONS, "subjectFilter", "/org/ttd"));
        Inbox paused = platform.inbox();
        int id = ttd.subscribed(paused.endPoint(), Map.of("resourceFilter", resource));

        Call pause = platform.api("POST", "subscriptions/" + id + "/pause");
        assertThat(pause.bearer(platform.tokens().ttd()).send().status()).isEqualTo(200);

        await().until(() -> inbox.pushed().stream().anyMatch(body -> body.contains("/" + id)));
        JsonNode news = inbox.requests().get(inbox.requests().size() - 1);
        assertThat(Pushes.faults("pushSubscriptionNews", news)).isEmpty();
    }

    @Test
    void whatTheDocumentDoesNotSayIsFound() {
        JsonNode push = pushed(EventText.on(resource).json()).get(1).deepCopy();
        ((ObjectNode) push.get("headers")).put("x-more", "1");

        assertThat(Pushes.faults("pushEvent", push)).isNotEmpty();
    }

    @Test
    void theExamplesAreAsTheDocumentSays() {
        assertThat(Pushes.faultsOfExamples()).isEmpty();
    }
}
