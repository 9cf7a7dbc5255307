package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class WebhookBodyTest {
    private static final String EVENT =
            "{ \"id\":\"bl\u00e5b\u00e6r\",\n\"data\": {\"a\":1.0,\"b\":1e400,\"c\":\"<>&\\u00e5\"} }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hook.example/7",
                "https://hooks.slack.com.evil.example/",
                "https://x.example/hooks.slack.com"
            })
    void theEventIsTheBodyAsItIs(String endPoint) {
        assertThat(WebhookBody.of(URI.create(endPoint), EVENT)).isSameAs(EVENT);
    }

    @Test
    void slackGetsTheFormThatItReads() {
        String body = WebhookBody.of(URI.create("https://Hooks.Slack.com/services/x"), EVENT);

        assertThat(Json.parse(body)).isEqualTo(Json.object().put("text", EVENT));
    }
}
