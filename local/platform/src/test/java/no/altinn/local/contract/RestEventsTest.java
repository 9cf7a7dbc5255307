package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Subscribers hear what happens in the message box. */
@ExtendWith(RunningPlatform.class)
final class RestEventsTest {
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Platform platform;

    RestEventsTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aCorrespondenceIsPushedToItsReceiver() {
        Inbox inbox = platform.inbox();
        new Subscriber(platform, platform.tokens().personA())
                .subscribed(
                        inbox.endPoint(),
                        Map.of(
                                "resourceFilter",
                                "urn:altinn:resource:altinn-messagebox",
                                "subjectFilter",
                                "/party/50000001",
                                "typeFilter",
                                "altinn.messagebox.created"));
        String subject = "Brev " + UUID.randomUUID();

        Reply sent =
                RestClient.ofServiceOwners(platform)
                        .call("POST", "serviceowner/correspondences")
                        .bearer(platform.tokens().serviceOwner("ttd", "altinn:serviceowner"))
                        .json(
                                """
                                {"Reportee":"01909012345","ServiceCode":"2001","ServiceEdition":1,
                                "Subject":"%s","Summary":"","Body":"<p>Hei</p>"}"""
                                        .formatted(subject))
                        .send();

        assertThat(sent.status()).as("%s", sent).isEqualTo(201);
        String address = sent.header("Location").orElseThrow();
        await().atMost(PROMISED)
                .untilAsserted(
                        () ->
                                assertThat(inbox.pushed())
                                        .extracting(event -> Json.parse(event))
                                        .extracting(event -> event.path("source").asText())
                                        .contains(address));
        assertThat(inbox.pushed()).noneMatch(event -> event.contains(subject));
    }
}
