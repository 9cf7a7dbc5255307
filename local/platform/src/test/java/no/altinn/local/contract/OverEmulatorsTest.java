package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.json.Json;
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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * The Events app as it is deployed, over emulators, with the settings of the example: the local
 * platform gives tokens, decisions, parties and inboxes.
 */
@ExtendWith(WithAzurite.class)
@Tag("proof")
final class OverEmulatorsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Azurite queues;
    private final Azurite blobs;
    private final CosmosServer cosmos = new CosmosServer();
    private final String resource = Platform.resource();
    @TempDir private Path repository;
    private Platform platform;
    private EmulatedApp app;

    OverEmulatorsTest(Azurite queues, @Blobs Azurite blobs) {
        this.queues = queues;
        this.blobs = blobs;
    }

    @BeforeEach
    void start() {
        platform = Platform.start(repository.resolve(".local"), Map.of());
        app = started();
    }

    private EmulatedApp started() {
        return EmulatedApp.start(
                repository,
                platform.base(),
                cosmos.endpoint(),
                queues.connectionString(),
                blobs.connectionString());
    }

    @AfterEach
    void stop() {
        app.close();
        platform.close();
        cosmos.close();
    }

    private void subscribe(Inbox inbox, String token, String filters) {
        Reply made =
                app.api("POST", "subscriptions")
                        .json("{\"endPoint\":\"" + inbox.endPoint() + "\"," + filters + "}")
                        .bearer(token)
                        .send();
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String one = "subscriptions/" + made.json().path("id").asInt();
        await().atMost(SOON)
                .until(
                        () ->
                                app.api("GET", one)
                                        .bearer(token)
                                        .send()
                                        .json()
                                        .path("validated")
                                        .asBoolean());
    }

    private EventText published(EventText event) {
        Reply reply =
                app.api("POST", "events")
                        .body("application/cloudevents+json", event.json())
                        .bearer(platform.tokens().ttd())
                        .send();
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return event;
    }

    private void assertPushed(Inbox inbox, EventText... events) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(inbox.pushedIds())
                                        .containsExactlyInAnyOrder(
                                                Arrays.stream(events)
                                                        .map(EventText::id)
                                                        .toArray(String[]::new)));
    }

    @Test
    void anEventIsPublishedRelayedPushedAndRead() {
        Inbox inbox = platform.inbox();
        subscribe(inbox, platform.tokens().ttd(), "\"resourceFilter\":\"" + resource + "\"");

        EventText event = published(EventText.on(resource));

        assertPushed(inbox, event);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                app.api(
                                                                "GET",
                                                                "events?after=0&resource="
                                                                        + resource)
                                                        .bearer(platform.tokens().ttd())
                                                        .send()
                                                        .body())
                                        .isEqualTo(
                                                Json.parse("[" + event.json() + "]").toString()));
    }

    @Test
    void theKeysOfTheFileOpenTheRegisterAndThePrivateEndpoints() {
        Inbox inbox = platform.inbox();
        // The party of the person is looked up with a token that a key of the file has signed.
        subscribe(
                inbox,
                platform.tokens().personA(),
                "\"sourceFilter\":\"https://ttd.apps.local.altinn.cloud/ttd/"
                        + Platform.app()
                        + "\","
                        + "\"alternativeSubjectFilter\":\"/person/01909012345\"");

        Reply stored =
                app.api("POST", "storage/events")
                        .body("application/cloudevents+json", EventText.on(resource).json())
                        .bearer(platform.tokens().ttd())
                        .platformAccess(platform.tokens().platform())
                        .send();

        assertThat(stored.status()).as("%s", stored).isEqualTo(200);
    }

    @Test
    void whatWasAcknowledgedIsPushedThoughTheProcessIsKilled() {
        Inbox inbox = platform.inbox();
        subscribe(inbox, platform.tokens().ttd(), "\"resourceFilter\":\"" + resource + "\"");

        EventText event = published(EventText.on(resource));
        app.kill();
        app = started();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inbox.pushedIds()).contains(event.id()));
    }
}
