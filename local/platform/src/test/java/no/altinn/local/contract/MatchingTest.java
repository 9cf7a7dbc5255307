package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which events are pushed to whom. What must not arrive is published before something that does, so
 * that there is an end to wait for.
 */
@ExtendWith(RunningPlatform.class)
final class MatchingTest {
    private static final String PARTY_A = "/party/50000001";
    private static final String PARTY_B = "/party/50000002";
    private static final String MAIN_UNIT = "urn:altinn:organization:identifier-no:310000001";
    private static final String SUB_UNIT = "urn:altinn:organization:identifier-no:310000002";
    private static final String OTHER_UNIT = "urn:altinn:organization:identifier-no:310000003";

    private final Platform platform;
    private final Tokens tokens;
    private final Subscriber ttd;
    private final String resource = Platform.resource();
    private final Inbox inbox;

    MatchingTest(Platform platform) {
        this.platform = platform;
        this.tokens = platform.tokens();
        this.ttd = new Subscriber(platform, tokens.ttd());
        this.inbox = platform.inbox();
    }

    @Test
    void aSubscriptionOnAResourceGetsAllOfItAndNothingElse() {
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        publish(EventText.on(resource + "-longer"));
        publish(EventText.on(Platform.resource()));
        String wanted = publish(EventText.on(resource).about(PARTY_B));
        arrives(wanted);
    }

    @Test
    void aSubjectFilterIsExact() {
        ttd.subscribed(
                inbox.endPoint(), Map.of("resourceFilter", resource, "subjectFilter", PARTY_A));
        publish(EventText.on(resource));
        publish(EventText.on(resource).about(PARTY_B));
        publish(EventText.on(resource).about(PARTY_A + "2"));
        publish(EventText.on(resource).about("/PARTY/50000001"));
        String wanted = publish(EventText.on(resource).about(PARTY_A));
        arrives(wanted);
    }

    @Test
    void aTypeFilterIsExact() {
        ttd.subscribed(
                inbox.endPoint(), Map.of("resourceFilter", resource, "typeFilter", "a.Type"));
        publish(EventText.on(resource).with("type", "a.type"));
        publish(EventText.on(resource).with("type", "a.Type.more"));
        String wanted = publish(EventText.on(resource).with("type", "a.Type"));
        arrives(wanted);
    }

    @Test
    void filtersOnAttributesAreAskedBesides() {
        ttd.subscribed(
                inbox.endPoint(),
                Map.of(
                        "resourceFilter",
                        resource,
                        "filters",
                        Json.parse(
                                """
                                [{"prefix":{"type":"permit."}},
                                 {"not":{"exact":{"subject":"%s"}}},
                                 {"sql":"NOT EXISTS level OR level IN ('3', '4')"}]"""
                                        .formatted(PARTY_B))));
        publish(EventText.on(resource).with("type", "other"));
        publish(EventText.on(resource).with("type", "permit.granted").about(PARTY_B));
        publish(EventText.on(resource).with("type", "permit.granted").with("level", "2"));
        String first = publish(EventText.on(resource).with("type", "permit.granted"));
        arrives(first);
    }

    @Test
    void filtersOnAttributesAreShownAndTellSubscriptionsApart() {
        JsonNode filters = Json.parse("[ {\"suffix\": {\"type\": \".granted\"}} ]");
        int plain = ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));

        Map<String, Object> wanted = Map.of("resourceFilter", resource, "filters", filters);
        int filtered = ttd.subscribed(inbox.endPoint(), wanted);

        assertThat(filtered).isNotEqualTo(plain);
        assertThat(ttd.subscribed(inbox.endPoint(), wanted)).isEqualTo(filtered);
        assertThat(ttd.read(filtered).json().path("filters"))
                .hasToString("[{\"suffix\":{\"type\":\".granted\"}}]");
        assertThat(ttd.read(plain).json().has("filters")).isFalse();
    }

    @Test
    void aSourceFilterIsABaseOfWholeSegments() {
        String app = Platform.app();
        String base = "https://ttd.apps.local.altinn.cloud";
        String own = "urn:altinn:resource:app_ttd_" + app;
        ttd.subscribed(inbox.endPoint(), Map.of("sourceFilter", base + "/ttd/" + app));
        for (String other :
                List.of(
                        base + "/ttd/" + app + "more/instances",
                        base + ":8443/ttd/" + app,
                        "http://ttd.apps.local.altinn.cloud/ttd/" + app,
                        "https://skd.apps.local.altinn.cloud/ttd/" + app,
                        base + "/TTD/" + app)) {
            publish(EventText.on(own).with("source", other));
        }
        String same = publish(EventText.on(own).with("source", base + "/ttd/" + app));
        String below = publish(EventText.on(own).with("source", base + "/ttd/" + app + "/x/y"));
        String port = publish(EventText.on(own).with("source", base + ":443/ttd/" + app + "/z"));
        arrives(same, below, port);
    }

    @Test
    void onlyThoseWhoMaySeeAnEventGetIt() {
        Inbox ofA = platform.inbox();
        Inbox ofB = platform.inbox();
        Subscriber personA = new Subscriber(platform, tokens.personA());
        Subscriber personB = new Subscriber(platform, tokens.personB());
        subscribeAll(personA, ofA, PARTY_A);
        subscribeAll(personB, ofB, PARTY_B);
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));

        String aboutA = publish(EventText.on(resource).about(PARTY_A));
        String aboutB = publish(EventText.on(resource).about(PARTY_B));
        await().untilAsserted(() -> assertThat(ofA.pushedIds()).containsExactly(aboutA));
        await().untilAsserted(() -> assertThat(ofB.pushedIds()).containsExactly(aboutB));
        arrives(aboutA, aboutB);
    }

    @Test
    void aPermitForOnePartysEventIsNoneForAnothers() {
        String app = Platform.app();
        String own = "urn:altinn:resource:app_ttd_" + app;
        Subscriber personA = new Subscriber(platform, tokens.personA());
        personA.subscribed(
                inbox.endPoint(), Map.of("resourceFilter", own, "subjectFilter", PARTY_A));
        String source = "https://ttd.apps.local.altinn.cloud/ttd/" + app + "/instances/";
        EventText event = EventText.on(own).with("type", "app.instance.created").about(PARTY_A);
        String first = publish(event.with("source", source + "50000001/" + UUID.randomUUID()));
        arrives(first);
        // About the one party, but of an instance that is the other's.
        publish(
                event.with("id", UUID.randomUUID().toString())
                        .with("source", source + "50000002/" + UUID.randomUUID()));
        EventText last = event.with("id", UUID.randomUUID().toString());
        publish(last.with("source", source + "50000001/" + UUID.randomUUID()));
        arrives(first, last.id());
    }

    @Test
    void aMainUnitGetsItsSubUnitsEventsWhereItAsksForThem() {
        Subscriber unit = new Subscriber(platform, tokens.organisation("310000001"));
        Inbox without = platform.inbox();
        Map<String, Object> mainUnit =
                Map.of("resourceFilter", resource, "subjectFilter", MAIN_UNIT);
        unit.subscribed(without.endPoint(), mainUnit);
        unit.subscribed(
                inbox.endPoint(),
                Map.of(
                        "resourceFilter",
                        resource,
                        "subjectFilter",
                        MAIN_UNIT,
                        "includeSubunits",
                        true));

        publish(EventText.on(resource).about(OTHER_UNIT));
        String ofSub = publish(EventText.on(resource).about(SUB_UNIT));
        String ofMain = publish(EventText.on(resource).about(MAIN_UNIT));
        arrives(ofSub, ofMain);
        await().untilAsserted(() -> assertThat(without.pushedIds()).containsExactly(ofMain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/party/51000001",
                "urn:altinn:party:id:51000001",
                MAIN_UNIT,
                "/organisation/310000001"
            })
    void aUnitIsTheSameInEverySpellingWhereSubUnitsAreAskedFor(String spelling) {
        Subscriber unit = new Subscriber(platform, tokens.organisation("310000001"));
        unit.subscribed(
                inbox.endPoint(),
                Map.of(
                        "resourceFilter",
                        resource,
                        "subjectFilter",
                        spelling,
                        "includeSubunits",
                        true));
        publish(EventText.on(resource).about("/party/51000003"));
        publish(EventText.on(resource).about(PARTY_A));
        EventText ofSub = EventText.on(resource).about("/party/51000002");
        List<EventText> wanted =
                List.of(
                        ofSub,
                        ofSub.with("alternativesubject", "/org/310000002"),
                        ofSub.with("alternativesubject", "/organisation/310000002"),
                        ofSub.with("alternativesubject", "/organization/310000002"),
                        EventText.on(resource).about("urn:altinn:party:id:51000002"),
                        EventText.on(resource).about(SUB_UNIT),
                        EventText.on(resource).about("/organisation/310000002"),
                        EventText.on(resource).about("/party/51000001"),
                        EventText.on(resource).about(MAIN_UNIT));
        arrives(
                wanted.stream()
                        .map(event -> publish(event.with("id", UUID.randomUUID().toString())))
                        .toArray(String[]::new));
    }

    @Test
    void theSameEventTwiceIsPushedOnce() {
        ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        EventText event = EventText.on(resource);
        publish(event);
        arrives(event.id());
        publish(event);
        publish(event.with("type", "another.type"));
        String last = publish(EventText.on(resource));
        arrives(event.id(), last);
    }

    @Test
    void aRemovedSubscriptionGetsNothingMore() {
        int id = ttd.subscribed(inbox.endPoint(), Map.of("resourceFilter", resource));
        Inbox staying = platform.inbox();
        ttd.subscribed(staying.endPoint(), Map.of("resourceFilter", resource));
        String before = publish(EventText.on(resource));
        arrives(before);

        assertThat(ttd.remove(id).status()).isEqualTo(200);
        String after = publish(EventText.on(resource));
        await().untilAsserted(() -> assertThat(staying.pushedIds()).contains(after));
        arrives(before);
    }

    @Test
    void anUnvalidatedSubscriptionGetsNothing() {
        inbox.failing(500, 1000);
        ttd.subscribe(inbox.endPoint(), Map.of("resourceFilter", resource));
        Inbox other = platform.inbox();
        ttd.subscribed(other.endPoint(), Map.of("resourceFilter", resource));
        String id = publish(EventText.on(resource));
        await().untilAsserted(() -> assertThat(other.pushedIds()).containsExactly(id));
        assertThat(inbox.pushed()).isEmpty();
    }

    private void subscribeAll(Subscriber who, Inbox to, String about) {
        who.subscribed(to.endPoint(), Map.of("resourceFilter", resource, "subjectFilter", about));
    }

    private String publish(EventText event) {
        String admin = "altinn:events.publish,altinn:events.publish.admin";
        Reply reply =
                platform.publishing(event.json()).bearer(tokens.serviceOwner("ttd", admin)).send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return event.id();
    }

    /** Waits until just these were pushed; their order is not promised. */
    private void arrives(String... ids) {
        await().untilAsserted(() -> assertThat(inbox.pushedIds()).containsExactlyInAnyOrder(ids));
    }
}
