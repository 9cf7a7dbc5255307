package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPathTest {

    @ParameterizedTest
    @CsvSource({
        "/webhooks, '', false",
        "/webhooks/, '', false",
        "/webhooks/a, a, false",
        "/webhooks/A-1_b.c~d/, A-1_b.c~d, false",
        "/webhooks/behaviour, behaviour, false",
        "/webhooks/a/behaviour, a, true",
        "/webhooks/a/behaviour/, a, true",
    })
    void aPathNamesAWebhookOrItsBehaviour(String path, String name, boolean isBehaviour) {
        assertThat(WebhookPath.parse(path)).contains(new WebhookPath(name, isBehaviour));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/webhook",
                "/webhooksa",
                "/webhooks//",
                "/webhooks/a/b",
                "/webhooks/ø"
            })
    void otherPathsAreNotTheReceivers(String path) {
        assertThat(WebhookPath.parse(path)).isEmpty();
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() {
        assertThat(WebhookPath.parse("/webhooks/" + "a".repeat(200))).isPresent();
        assertThat(WebhookPath.parse("/webhooks/" + "a".repeat(201))).isEmpty();
    }
}
