package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ce-subject | \"quoted \\\" text\" | quoted \" text",
                "ce-subject | Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
                "ce-source | \"urn:a:b\" | urn:a:b",
                "ce-myextension | \"%25\" | %"
            })
    void headersAreUnquotedAndThenDecoded(String header, String value, String text) {
        String id = UUID.randomUUID().toString();
        Reply reply = binary(id).header(header, value).json("1").send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(stored().json().path(0).path(header.substring(3)).asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ce-id | %FF",
                "ce-id | %C0%A0",
                "ce-id | %ED%A0%80",
                "ce-id | %00",
                "ce-type | %C2%9F",
                "ce-subject | \"open",
                "ce-myextension | %EF%BF%BE",
                "ce-time | 2026-01-02T03:04Z",
                "ce-dataschema | x"
            })
    void aHeaderThatIsNoTextOfItsTypeIs400(String header, String value) {
        Reply reply = binary("1").header(header, value).json("1").send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().at("/errors/RequestBody/0").asText())
                .contains(header.substring(3) + "' must");
    }

    @Test
    void bytesInAHeaderThatAreNotAsciiAre400() {
        String request =
                "POST /%sevents HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer %s\r\nce-specversion: 1.0\r\nce-id: 1\r\nce-source: urn:a\r\nce-type: bl\u00c3\u00a5\r\nce-resource: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                        .formatted(Platform.API, platform.tokens().ttd(), resource);
        String answer = new RawHttp(platform.base()).exchange(request);
        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("'ce-type'");
    }

    @Test
    void theContentTypeOfTheDataIsKeptAsWritten() {
        String id = UUID.randomUUID().toString();
        String type = "application/vnd.Example+json; charset=utf-8";
        assertThat(binary(id).body(type, "1").send().status()).isEqualTo(200);
        assertThat(stored().json().path(0).path("datacontenttype").asText()).isEqualTo(type);
    }

    @Test
    void aBodyThatWasLostIsToldAlsoWithoutAContentType() {
        String request =
                "POST /%sevents HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer %s\r\nce-specversion: 1.0\r\nce-id: 1\r\nce-source: urn:a\r\nce-type: t\r\nce-resource: %s\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n5\r\n0\r\n\r\n"
                        .formatted(Platform.API, platform.tokens().ttd(), resource);
        String answer = new RawHttp(platform.base()).exchange(request);
        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(411);
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
