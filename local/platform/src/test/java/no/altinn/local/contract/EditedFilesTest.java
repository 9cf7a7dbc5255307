package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A developer changes the policies and parties of a platform that runs. */
final class EditedFilesTest {
    private static final String SUBJECT = "/party/50000001";
    private static final String STRANGER = "310000003";

    @TempDir private Path data;
    private Platform platform;
    private final String resource = Platform.resource();

    @BeforeEach
    void start() {
        platform = Platform.start(data, Map.of());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** Lets ttd do what it may do, and one caller see one subject. */
    private void permit(String caller, String subject) throws IOException {
        Files.writeString(
                data.resolve("policies.json"),
                """
                {"obligations": [], "rules": [
                  {"caller": "org:ttd", "actions": ["publish", "subscribe"], "resources": ["*"],
                   "subject": "any"},
                  {"caller": "%s", "actions": ["subscribe"], "resources": ["ttd-*"],
                   "subject": "%s"}
                ]}
                """
                        .formatted(caller, subject));
    }

    private String publish(String subject) {
        EventText event = EventText.on(resource).about(subject);
        platform.publish(event);
        return event.id();
    }

    private List<String> read() {
        String token = platform.tokens().organisation(STRANGER);
        return platform.reading(resource, "").bearer(token).send().ids();
    }

    @Test
    void aRightThatIsGivenOrTakenCountsAtOnce() throws IOException {
        String id = publish(SUBJECT);
        publish("/party/50000002");
        // From here on the denial is remembered.
        assertThat(read()).isEmpty();

        permit("organisation:" + STRANGER, SUBJECT);
        await().untilAsserted(() -> assertThat(read()).containsExactly(id));

        permit("party:50000001", SUBJECT);
        await().untilAsserted(() -> assertThat(read()).isEmpty());
    }

    @Test
    void aPushEndsWithTheRight() throws IOException {
        permit("organisation:" + STRANGER, SUBJECT);
        Inbox inbox = platform.inbox();
        Inbox ofTtd = platform.inbox();
        Subscriber stranger = new Subscriber(platform, platform.tokens().organisation(STRANGER));
        Map<String, Object> filters = Map.of("resourceFilter", resource, "subjectFilter", SUBJECT);
        await().untilAsserted(
                        () ->
                                assertThat(stranger.subscribe(inbox.endPoint(), filters).status())
                                        .isEqualTo(201));
        stranger.subscribed(inbox.endPoint(), filters);
        new Subscriber(platform, platform.tokens().ttd()).subscribed(ofTtd.endPoint(), filters);
        String before = publish(SUBJECT);
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(before));

        permit("party:50000001", SUBJECT);
        await().untilAsserted(() -> assertThat(read()).isEmpty());
        String after = publish(SUBJECT);

        await().untilAsserted(() -> assertThat(ofTtd.pushedIds()).contains(after));
        assertThat(inbox.pushedIds()).containsExactly(before);
    }

    @Test
    void aFaultIsOnTheStartPageAndTheVersionInForceStays() throws IOException {
        String id = publish(SUBJECT);
        permit("organisation:" + STRANGER, SUBJECT);
        await().untilAsserted(() -> assertThat(read()).containsExactly(id));

        permit("organization:" + STRANGER, SUBJECT);

        await().untilAsserted(
                        () ->
                                assertThat(platform.call("GET", "").send().body())
                                        .contains(
                                                "policies.json, line 4: rules[1].caller: unknown"
                                                        + " caller",
                                                "stays in force"));
        assertThat(read()).containsExactly(id);
    }

    @Test
    void aNewPartyIsKnownAtOnce() throws IOException {
        Inbox inbox = platform.inbox();
        String mainUnit = "310000001";
        Subscriber unit = new Subscriber(platform, platform.tokens().organisation(mainUnit));
        unit.subscribed(
                inbox.endPoint(),
                Map.of(
                        "resourceFilter",
                        resource,
                        "subjectFilter",
                        "/organisation/" + mainUnit,
                        "includeSubunits",
                        true));
        publish("/organisation/" + STRANGER);
        String own = publish("/organisation/" + mainUnit);
        // From here on Register's answers are remembered.
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactly(own));

        String parties = Files.readString(Path.of("..", "parties.json"));
        Files.writeString(
                data.resolve("parties.json"),
                parties.replace(
                                "\"subUnits\": [\n",
                                """
                                "subUnits": [
                                  {"name": "New sub-unit", "orgNo": "310000003", "partyId": 51000003,
                                   "uuid": "00000000-0000-4000-8000-000051000003", "subUnits": []},
                                """)
                        .replace(
                                "310000003\",\n      \"partyId\": 51000003",
                                "310000009\", \"partyId\": 51000009"));
        await().untilAsserted(
                        () ->
                                assertThat(platform.call("GET", "").send().body())
                                        .contains("New sub-unit"));
        String ofSub = publish("/organisation/" + STRANGER);

        await().untilAsserted(
                        () -> assertThat(inbox.pushedIds()).containsExactlyInAnyOrder(own, ofSub));
    }
}
