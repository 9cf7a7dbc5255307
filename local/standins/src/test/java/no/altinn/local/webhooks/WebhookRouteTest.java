package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.webhooks.WebhookRoute.Action;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRouteTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /webhooks, '', OVERVIEW",
        "GET, /webhooks/, '', OVERVIEW",
        "POST, /webhooks/a, a, RECEIVE",
        "POST, /webhooks/A-1_b.c~d/, A-1_b.c~d, RECEIVE",
        "PUT, /webhooks/behaviour, behaviour, RECEIVE",
        "GET, /webhooks/a/behaviour, a, SHOW_BEHAVIOUR",
        "PUT, /webhooks/a/behaviour, a, BEHAVE",
        "PUT, /webhooks/a/behaviour/, a, BEHAVE",
        "POST, /webhooks/a/empty, a, EMPTY",
        "POST, /webhooks/a/fail, a, FAIL",
        "POST, /webhooks/empty, empty, RECEIVE",
        "GET, /webhooks/a, a, LIST",
        "DELETE, /webhooks/a, a, FORGET",
        "ANYTHING, /webhooks/a, a, RECEIVE",
    })
    void aRequestNamesAWebhookAndWhatToDoWithIt(
            String method, String path, String name, Action action) {
        assertThat(WebhookRoute.find(method, path)).contains(new WebhookRoute(action, name));
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
        for (String method : new String[] {"GET", "PUT", "DELETE", "POST"}) {
            assertThat(WebhookRoute.find(method, path)).isEmpty();
        }
    }

    @Test
    void aNameHasAtMostTwoHundredCharacters() {
        assertThat(WebhookRoute.find("POST", "/webhooks/" + "a".repeat(200))).isPresent();
        assertThat(WebhookRoute.find("POST", "/webhooks/" + "a".repeat(201))).isEmpty();
    }
}
