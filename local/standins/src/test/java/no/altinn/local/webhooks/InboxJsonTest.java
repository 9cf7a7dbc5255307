package no.altinn.local.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class InboxJsonTest {

    private static String write(ReceivedRequest... requests) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InboxJson.write(List.of(requests), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ReceivedRequest request(Map<String, String> headers, String body) {
        return new ReceivedRequest(Instant.parse("2026-11-22T10:00:00.25Z"), "POST", headers, body);
    }

    @Test
    void aRequestHasFourMembersAndItsHeadersAreSorted() throws IOException {
        assertThat(write(request(Map.of("b", "2", "a", "1"), "x")))
                .isEqualTo(
                        """
                        [{"receivedAt":"2026-11-22T10:00:00.250Z","method":"POST",\
                        "headers":{"a":"1","b":"2"},"body":"x"}]""");
    }

    @Test
    void nothingReceivedIsAnEmptyArray() throws IOException {
        assertThat(write()).isEqualTo("[]");
    }

    @Property(tries = 200)
    void everyTextComesBackExactly(@ForAll @StringLength(max = 50) String text) throws IOException {
        // Half a surrogate pair is no text that UTF-8 could carry; it never arrives as a body.
        String body = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        JsonNode json = Json.parse(write(request(Map.of("h", body), body))).get(0);
        assertThat(json.path("body").asText()).isEqualTo(body);
        assertThat(json.at("/headers/h").asText()).isEqualTo(body);
    }
}
