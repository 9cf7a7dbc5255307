package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.UUID;

/** Publishing with the attributes in headers and the data as the body. */
@ExtendWith(RunningPlatform.class)
final class BinaryModeTest {
    private final Platform platform;
    private final String resource = Platform.resource();

    BinaryModeTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void binaryModeTakesAttributesFromHeadersAndDataFromTheBody() {
        String id = UUID.randomUUID().toString();
        Reply reply =
                binary(id)
                        .header("ce-subject", "/party/50000001")
                        .header("ce-myextension", "bl%C3%A5+b")
                        .json("{\"big\":123456789012345678901234567890}")
                        .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);

        Reply read = stored();
        JsonNode event = read.json().path(0);
        assertThat(event.path("id").asText()).isEqualTo(id);
        assertThat(event.path("subject").asText()).isEqualTo("/party/50000001");
        assertThat(event.path("myextension").asText()).isEqualTo("blå+b");
        assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(read.body()).contains("\"data\":{\"big\":123456789012345678901234567890}");
    }

    @Test
    void binaryModeTakesTextData() {
        String id = UUID.randomUUID().toString();
        assertThat(binary(id).body("text/plain", "hei på deg").send().status()).isEqualTo(200);
        assertThat(stored().json().path(0).path("data").asText()).isEqualTo("hei på deg");
    }

    @Test
    void binaryModeTakesAnEventWithoutData() {
        String id = UUID.randomUUID().toString();
        assertThat(binary(id).send().status()).isEqualTo(200);
        assertThat(stored().ids()).containsExactly(id);
        assertThat(stored().json().path(0).has("data")).isFalse();
    }

    @Test
    void binaryModeWithOtherDataIsToldAboutStructuredMode() {
        Reply reply = binary("1").body("image/png", "x").send();
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.told()).contains("data_base64").contains("application/cloudevents+json");
    }

    @Test
    void binaryModeIsHeldToTheSameRules() {
        Reply reply = binary("1").header("ce-resource", "nonsense").json("1").send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.told()).isEqualTo("'Resource' must be a valid urn.");
        assertThat(binary("").json("1").send().status()).isEqualTo(400);
        assertThat(binary("1").header("ce-type", "%zz").json("1").send().status()).isEqualTo(400);
        assertThat(binary("1").json("{").send().status()).isEqualTo(400);
    }

    private Call binary(String id) {
        return platform.api("POST", "events")
                .bearer(platform.tokens().ttd())
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", EventText.SOURCE)
                .header("ce-type", EventText.TYPE)
                .header("ce-resource", resource);
    }

    private Reply stored() {
        return platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
    }
}
