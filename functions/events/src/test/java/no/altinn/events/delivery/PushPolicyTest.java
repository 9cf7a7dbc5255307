package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.register.Register;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class PushPolicyTest {
    private static final String ACTION = "urn:oasis:names:tc:xacml:1.0:action:action-id";
    private static final String PERSON = "urn:altinn:person:identifier-no:01017012345";
    private static final UUID PARTY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<String> TTD = List.of("/org/ttd");

    private final Register register = mock(Register.class);
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final PushPolicy policy = new PushPolicy(decisions, new EventSubjects(register));

    @Test
    void everyDistinctConsumerIsDecidedOnInOneRequest() {
        decisions.permit(FakeDecisions.about("urn:altinn:org", "skd").negate());

        assertThat(
                        policy.permitted(
                                SampleEvent.of(),
                                List.of("/org/ttd", "/org/skd", "/org/ttd", "/user/1")))
                .containsExactlyInAnyOrder("/org/ttd", "/user/1");
        assertThat(decisions.asked()).hasSize(1);
        assertThat(decisions.asked().get(0))
                .flatExtracting(request -> FakeDecisions.texts(request.subject()))
                .containsExactly("urn:altinn:org=ttd", "urn:altinn:org=skd", "urn:altinn:userid=1");
        assertThat(decisions.asked().get(0))
                .flatExtracting(request -> request.subject())
                .allMatch(Attribute::includeInResult);
    }

    @Test
    void aResourceIsSubscribedToAndAnAppIsRead() {
        policy.permitted(SampleEvent.of(), TTD);
        policy.permitted(SampleEvent.ofApp(), TTD);

        assertThat(decisions.asked().get(0)).allMatch(FakeDecisions.about(ACTION, "subscribe"));
        assertThat(decisions.asked().get(1)).allMatch(FakeDecisions.about(ACTION, "read"));
    }

    @ParameterizedTest
    @CsvSource({
        "/party/1, urn:altinn:partyid, 1",
        "urn:a:b:c, urn:a:b, c",
        "/user/2, urn:altinn:userid, 2"
    })
    void theSubjectIsInWhatIsAsked(String subject, String id, String value) {
        policy.permitted(SampleEvent.of("subject", subject), TTD);
        policy.permitted(SampleEvent.ofApp("subject", subject), TTD);

        assertThat(decisions.asked())
                .allSatisfy(
                        asked ->
                                assertThat(asked)
                                        .flatExtracting(request -> request.resource())
                                        .anyMatch(
                                                attribute ->
                                                        attribute.decisive()
                                                                && attribute.id().equals(id)
                                                                && attribute
                                                                        .value()
                                                                        .equals(value)));
    }

    @Test
    void aPersonIsAskedAboutByTheirPartysUuidAlone() {
        when(register.partyUuids(List.of(PERSON))).thenReturn(Map.of(PERSON, PARTY));

        policy.permitted(SampleEvent.of("subject", PERSON), TTD);

        assertThat(FakeDecisions.texts(decisions.onlyRequest().resource()))
                .contains("urn:altinn:party:uuid=" + PARTY)
                .noneMatch(text -> text.contains("01017012345"));
    }

    /** The reference forgets the subject here, and shows one party's events to another. */
    @Test
    void aRememberedPermitForOnePartyOpensNoOther() {
        PushPolicy remembering =
                new PushPolicy(
                        new CachedPolicyDecisionPoint(decisions, Clock.systemUTC()),
                        new EventSubjects(register));
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "1"));

        assertThat(remembering.permitted(SampleEvent.of("subject", "/party/1"), TTD))
                .containsExactly("/org/ttd");
        assertThat(remembering.permitted(SampleEvent.of("id", "2", "subject", "/party/2"), TTD))
                .isEmpty();
        assertThat(remembering.permitted(SampleEvent.of("id", "3"), TTD)).isEmpty();
        assertThat(remembering.permitted(SampleEvent.of("id", "4", "subject", "/party/1"), TTD))
                .containsExactly("/org/ttd");
        assertThat(decisions.asked()).hasSize(3);
    }

    @Test
    void aConsumerThatNoPolicyCanNameGetsNothing() {
        assertThat(policy.permitted(SampleEvent.of(), List.of("nobody", ""))).isEmpty();
    }

    @Test
    void anErrorIsNoDecision() {
        decisions.awayFor(request -> true);

        assertThatExceptionOfType(DecisionPointUnavailable.class)
                .isThrownBy(() -> policy.permitted(SampleEvent.of(), TTD));
    }
}
