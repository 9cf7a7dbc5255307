package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A file goes from one organisation to another, by way of the front. */
@ExtendWith(RunningPlatform.class)
final class RestBrokerTest {
    private static final String TEXT = "Blåbærsyltetøy ".repeat(100_000);
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final String INBOX = "310000002/brokerservice/inbox";

    private final Platform platform;
    private final RestClient client;

    RestBrokerTest(Platform platform) {
        this.platform = platform;
        this.client = RestClient.ofUsers(platform);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(String cookie, String reference, String recipient) {
        String description =
                """
                {"ServiceCode":"4001","ServiceEditionCode":1,"SendersReference":"%s",
                "Recipients":["%s"],"Properties":{"a":"b"},"FileList":[]}"""
                        .formatted(reference, recipient);
        return client.call(
                        "POST",
                        "310000001/brokerservice/outbox?fileName=%s&brokerServiceDescription=%s"
                                .formatted(encoded("syltetøy.txt"), encoded(description)),
                        cookie)
                .body("application/octet-stream", BYTES)
                .send();
    }

    private String get(String path, String cookie) {
        Reply reply = client.call("GET", path, cookie).send();
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.body();
    }

    @Test
    void aFileIsSentFetchedAndConfirmed() {
        String cookie = client.logIn("ola", "Passord-A1");
        String mine = UUID.randomUUID().toString();

        Reply sent = send(cookie, mine, "310000002");

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        String reference = sent.json().path("FileReference").asText();
        String outbox = "310000001/brokerservice/outbox/" + reference;
        assertThat(sent.header("Location")).contains(platform.base() + "api/" + outbox);
        assertThat(sent.json().path("FileSize").asInt()).isEqualTo(BYTES.length);
        assertThat(get(INBOX + "?serviceCode=4001&serviceEditionCode=1", cookie)).contains(mine);
        assertThat(available()).isEqualTo("true");

        Reply file = client.call("GET", INBOX + "/" + reference + "/download", cookie).send();
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(file.contentType()).startsWith("text/plain");
        assertThat(get("310000002/brokerservice/files/" + reference, cookie)).isEqualTo(TEXT);

        String confirm = INBOX + "/" + reference + "/confirmdownloaded";
        assertThat(client.call("POST", confirm, cookie).send().status()).isEqualTo(200);
        assertThat(client.call("POST", confirm, cookie).send().status()).isEqualTo(400);
        assertThat(get(INBOX, cookie)).doesNotContain(mine);
        assertThat(get(INBOX + "?fileStatus=Downloaded", cookie)).contains(mine);
        assertThat(Json.parse(get(outbox + "/receipt", cookie)).at("/SubReceipts/0/Text").asText())
                .isEqualTo("File has been downloaded by the recipient.");
    }

    private String available() {
        return client.call(
                        "GET",
                        "brokerservice/inbox/hasavailablefiles?serviceCode=4001"
                                + "&serviceEditionCode=1&recipients=310000002")
                .send()
                .body();
    }

    @Test
    void theRecipientIsToldOfAFile() {
        Inbox told = platform.inbox();
        new Subscriber(platform, platform.tokens().organisation("310000002"))
                .subscribed(
                        told.endPoint(),
                        Map.of(
                                "resourceFilter",
                                "urn:altinn:resource:altinn-broker",
                                "subjectFilter",
                                "/party/51000002"));
        String cookie = client.logIn("ola", "Passord-A1");
        String reference = send(cookie, "x", "310000002").json().path("FileReference").asText();

        await().untilAsserted(
                        () ->
                                assertThat(told.pushed())
                                        .anySatisfy(
                                                event ->
                                                        assertThat(event)
                                                                .contains(
                                                                        "altinn.broker.uploaded",
                                                                        "r51000002/brokerservice/inbox/"
                                                                                + reference)));
    }

    @Test
    void whatIsRefusedIsRefusedBeforeTheFileComes() {
        String cookie = client.logIn("ola", "Passord-A1");

        assertThat(send(cookie, "x", "310000001").status()).isEqualTo(403);
        assertThat(send(cookie, "x", "nobody").status()).isEqualTo(400);
        assertThat(
                        client.call("POST", "310000001/brokerservice/outbox", cookie)
                                .body("application/zip", BYTES)
                                .send()
                                .status())
                .isEqualTo(400);
    }
}
