package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.azure.AzureConnection;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.Blobs;
import no.altinn.testing.azurite.WithAzurite;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The platform with its events in Cosmos DB and its work in Storage Queues. */
@ExtendWith(WithAzurite.class)
@Tag("proof")
final class OverAzureTest {
    /** The first retry is due after 10 s, give or take a second. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(60);

    private final Azurite azurite;
    private final Azurite blobs;
    private final CosmosServer account = new CosmosServer(3);
    private final String resource = Platform.resource();
    @TempDir private Path data;
    private Platform platform;

    OverAzureTest(Azurite azurite, @Blobs Azurite blobs) {
        this.azurite = azurite;
        this.blobs = blobs;
    }

    @BeforeEach
    void start() {
        AzureConnection.ByKey queues = new AzureConnection.ByKey(azurite.connectionString());
        platform =
                Platform.start(
                        data,
                        Map.of(
                                "Events__Backend",
                                "azure",
                                "Cosmos",
                                "AccountEndpoint=" + account.endpoint() + ";AccountKey=a2V5",
                                "Queues",
                                queues.connectionString(),
                                "Blobs",
                                blobs.connectionString()));
    }

    @AfterEach
    void stop() {
        platform.close();
        account.close();
    }

    private Subscriber ttd() {
        return new Subscriber(platform, platform.tokens().ttd());
    }

    @Test
    void anEventIsStoredReadAndPushedAndPushedAgainAfterAFailure() {
        // The relay may come to it when the subscription is there already.
        EventText earlier = EventText.on(resource).with("type", "not.wanted");
        platform.publish(earlier);
        Inbox inbox = platform.inbox();
        ttd().subscribed(
                        inbox.endPoint(),
                        Map.of("resourceFilter", resource, "typeFilter", "wanted"));
        inbox.failing(503, 1);
        EventText event = EventText.on(resource).with("type", "wanted");

        platform.publish(event);

        await().untilAsserted(() -> assertThat(inbox.pushed()).containsExactly(event.json()));
        await().untilAsserted(
                        () -> assertThat(read().ids()).containsExactly(earlier.id(), event.id()));
        await().atMost(FIRST_RETRY)
                .untilAsserted(
                        () ->
                                assertThat(inbox.pushed())
                                        .containsExactly(event.json(), event.json()));
    }

    private Reply read() {
        return platform.reading(resource, "").bearer(platform.tokens().ttd()).send();
    }

    @Test
    void whatWasAcknowledgedBeforeARestartIsPushedAfterIt() {
        try (Receiver receiver = Receiver.taking()) {
            ttd().subscribed(receiver.endPoint(), Map.of("resourceFilter", resource));
            EventText event = EventText.on(resource);

            platform.publish(event);
            platform.close();
            start();

            await().untilAsserted(() -> assertThat(receiver.received()).contains(event.json()));
        }
    }

    @Test
    void aFileGoesIntoABlobAndComesOutOfIt() {
        RestClient client = RestClient.ofUsers(platform);
        String cookie = client.logIn("ola", "Passord-A1");
        Reply made =
                client.call("POST", "my/messages?complete=false", cookie)
                        .json(
                                """
                                {"Type":"FormTask","ServiceCode":"1001","ServiceEdition":1}""")
                        .send();
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String file = "Blåbær. ".repeat(300_000);

        Reply sent =
                client.call(
                                "POST",
                                below(made) + "/attachments/streamedattachment?fileName=a.txt",
                                cookie)
                        .body("text/plain", file)
                        .send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        assertThat(client.call("GET", below(sent), cookie).send().body()).isEqualTo(file);
    }

    private static String below(Reply made) {
        return URI.create(made.header("Location").orElseThrow())
                .getPath()
                .substring("/api/".length());
    }
}
