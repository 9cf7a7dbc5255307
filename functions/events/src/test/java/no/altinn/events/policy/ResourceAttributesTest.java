package no.altinn.events.policy;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.pdp.Attribute;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ResourceAttributesTest {
    private static final Optional<Attribute> PARTY =
            Optional.of(Attribute.of("urn:altinn:partyid", "7"));

    @Test
    void anEventIsToldWithItsResourceSubjectAndInstance() {
        Event event = SampleEvent.of("resourceinstance", "i");

        assertThat(FakeDecisions.texts(ResourceAttributes.ofEvent(event, PARTY)))
                .containsExactlyInAnyOrder(
                        "urn:altinn:event-id=1",
                        "urn:altinn:eventtype=t",
                        "urn:altinn:eventsource=https://s.example/a",
                        "urn:altinn:resource=r",
                        "urn:altinn:partyid=7",
                        "urn:altinn:resource:instance-id=i");
    }

    /** What the answer repeats of it is what was sent, so that the page's decisions are found. */
    @Test
    void anIdThatAnEarlierBuildTookIsToldAsItCanBeSent() {
        Event event = TestEvents.stored("x\uD800y", Map.of());

        assertThat(FakeDecisions.texts(ResourceAttributes.ofEvent(event, PARTY)))
                .contains("urn:altinn:event-id=x\uFFFDy");
    }

    @Test
    void decisionsAreSharedBetweenEventsThatDifferInIdTypeAndSourceAlone() {
        List<String> decisive =
                ResourceAttributes.ofEvent(SampleEvent.of("resourceinstance", "i"), PARTY).stream()
                        .filter(Attribute::decisive)
                        .map(Attribute::id)
                        .toList();

        assertThat(decisive)
                .containsExactlyInAnyOrder(
                        "urn:altinn:resource",
                        "urn:altinn:partyid",
                        "urn:altinn:resource:instance-id");
    }

    @Test
    void theEventsIdComesBackWithTheAnswer() {
        assertThat(ResourceAttributes.ofEvent(SampleEvent.of(), Optional.empty()))
                .filteredOn(Attribute::includeInResult)
                .extracting(Attribute::id)
                .containsExactly("urn:altinn:event-id");
    }

    @Test
    void anInstanceIsToldToItsReaders() {
        Event event = SampleEvent.ofApp();

        assertThat(
                        FakeDecisions.texts(
                                ResourceAttributes.ofInstance(
                                        event, AppSource.of(event.source()).orElseThrow())))
                .containsExactlyInAnyOrder(
                        "urn:altinn:org=ttd",
                        "urn:altinn:app=a_b",
                        "urn:altinn:appresource=events",
                        "urn:altinn:event-id=1",
                        "urn:altinn:instance-id=" + SampleEvent.INSTANCE,
                        "urn:altinn:partyid=" + SampleEvent.PARTY);
    }

    @Test
    void anAppsEventIsToldWithTheInstanceOfItsSource() {
        assertThat(FakeDecisions.texts(ResourceAttributes.ofAppEvent(SampleEvent.ofApp(), PARTY)))
                .containsExactlyInAnyOrder(
                        "urn:altinn:org=ttd",
                        "urn:altinn:app=a_b",
                        "urn:altinn:appresource=events",
                        "urn:altinn:event-id=1",
                        "urn:altinn:resource=app_ttd_a_b",
                        "urn:altinn:instance-id=" + SampleEvent.INSTANCE,
                        "urn:altinn:partyid=7");
    }

    @Test
    void anAppsEventWithoutSubjectIsAboutTheInstancesParty() {
        assertThat(
                        FakeDecisions.texts(
                                ResourceAttributes.ofAppEvent(
                                        SampleEvent.ofApp(), Optional.empty())))
                .contains("urn:altinn:partyid=" + SampleEvent.PARTY);
    }

    @Test
    void anEventOfAnotherTypeIsAboutTheAppOfItsResource() {
        Event event = SampleEvent.ofApp("type", "other", "source", "https://x.example/y/z");

        assertThat(FakeDecisions.texts(ResourceAttributes.ofAppEvent(event, PARTY)))
                .contains("urn:altinn:org=ttd", "urn:altinn:app=a_b")
                .noneMatch(text -> text.startsWith("urn:altinn:instance-id"));
    }

    @Test
    void aResourceIsSplitAtItsLastColon() {
        assertThat(ResourceAttributes.ofResource("urn:a:b:c"))
                .isEqualTo(Attribute.of("urn:a:b", "c"));
    }
}
