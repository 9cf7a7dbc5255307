package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who sees which events of a resource. */
@ExtendWith(RunningPlatform.class)
final class VisibilityTest {
    private static final String PERSON_A = "/party/50000001";
    private static final String PERSON_B = "/party/50000002";

    private final Platform platform;
    private final Tokens tokens;
    private final String resource = Platform.resource();

    VisibilityTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
    }

    @Test
    void everyoneSeesTheirOwnAndNoMore() {
        String ofA = publish(PERSON_A);
        String ofB = publish(PERSON_B);
        String ofMain = publish("/party/51000001");
        String ofSub = publish("urn:altinn:organization:identifier-no:310000002");
        String ofNobody = publish("");

        assertThat(read(tokens.ttd()).ids()).containsExactly(ofA, ofB, ofMain, ofSub, ofNobody);
        assertThat(read(tokens.personA()).ids()).containsExactly(ofA);
        assertThat(read(tokens.personB()).ids()).containsExactly(ofB);
        assertThat(read(tokens.organisation("310000001")).ids()).containsExactly(ofMain, ofSub);
        assertThat(read(tokens.organisation("310000002")).ids()).containsExactly(ofSub);
        assertThat(read(tokens.organisation("310000003")).ids()).isEmpty();
        assertThat(read(tokens.systemUser()).ids()).containsExactly(ofMain, ofSub);
        assertThat(read(tokens.skd()).ids()).isEmpty();
    }

    @Test
    void aPersonIsFoundUnderEveryName() {
        List<String> ids =
                List.of(
                        publish(PERSON_A),
                        publish("urn:altinn:party:uuid:00000000-0000-4000-8000-000050000001"),
                        publish("urn:altinn:person:identifier-no:01909012345"));
        publish("urn:altinn:person:identifier-no:02909012346");
        publish("urn:altinn:person:identifier-no:99999999999");
        assertThat(read(tokens.personA()).ids()).isEqualTo(ids);
    }

    @Test
    void whatObligesLevel4IsSeenAtLevel4Alone() {
        EventText event =
                EventText.on("urn:altinn:resource:ttd-level4")
                        .about(PERSON_A)
                        .with("type", "t" + UUID.randomUUID());
        platform.publish(event);
        String path =
                "events?after=0&resource=urn:altinn:resource:ttd-level4&type="
                        + event.json().replaceAll(".*\"type\":\"([^\"]*)\".*", "$1");
        Call call = platform.api("GET", path);
        assertThat(call.bearer(tokens.person("20000001", 3)).send().ids()).isEmpty();
        assertThat(call.bearer(tokens.person("20000001", 4)).send().ids())
                .containsExactly(event.id());
    }

    @Test
    void whatObligesLevel4IsSubscribedToAtLevel4Alone() {
        Inbox inbox = platform.inbox();
        Map<String, Object> filters =
                Map.of(
                        "resourceFilter",
                        "urn:altinn:resource:ttd-level4",
                        "subjectFilter",
                        PERSON_A);
        Subscriber low = new Subscriber(platform, tokens.person("20000001", 3));

        Reply refused = low.subscribe(inbox.endPoint(), filters);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().asText())
                .isEqualTo(
                        "Not authorized to create a subscription for resource"
                                + " urn:altinn:resource:ttd-level4. It asks for authentication"
                                + " level 4, and the token has level 3.");
        new Subscriber(platform, tokens.person("20000001", 4))
                .subscribed(inbox.endPoint(), filters);
    }

    private Reply read(String token) {
        Reply page = platform.reading(resource, "").bearer(token).send();
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page;
    }

    /** Publishes an event about somebody, or nobody; its id. */
    private String publish(String subject) {
        EventText event = EventText.on(resource);
        EventText about =
                Optional.of(subject)
                        .filter(text -> !text.isEmpty())
                        .map(event::about)
                        .orElse(event);
        platform.publish(about);
        return about.id();
    }
}
