package no.altinn.events.webhook.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.app.EventsApp;
import no.altinn.events.webhook.WebhookBody;
import no.altinn.platform.json.Json;
import no.altinn.testing.openapi.MessageDocument;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

class DocumentedBodyTest {
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:s\",\"type\":\"t\",\"resource\":\"urn:altinn:resource:ttd-a\"}";

    private static MessageDocument document() throws IOException {
        try (InputStream document =
                EventsApp.class.getResourceAsStream("/no/altinn/events/help/asyncapi.json")) {
            return MessageDocument.of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/services/a, pushToSlack, pushEvent",
        "https://receiver.example/hook, pushEvent, pushToSlack"
    })
    void aBodyIsAsTheDocumentOfPushesSaysOfItsEndPointAndOfNoOther(
            URI endPoint, String operation, String other) throws IOException {
        String body = WebhookBody.of(endPoint, EVENT);

        assertThat(document().faultsOfPayload(operation, Json.parse(body))).isEmpty();
        assertThat(document().faultsOfPayload(other, Json.parse(body))).isNotEmpty();
    }
}
