package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.policy.OperationsResource;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.CachedPolicyDecisionPoint;
import no.altinn.platform.register.Register;
import no.altinn.platform.register.RegisterUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                        permitted(
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
        permitted(SampleEvent.of(), TTD);
        permitted(SampleEvent.ofApp(), TTD);

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
        permitted(SampleEvent.of("subject", subject), TTD);
        permitted(SampleEvent.ofApp("subject", subject), TTD);

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

        permitted(SampleEvent.of("subject", PERSON), TTD);

        assertThat(FakeDecisions.texts(decisions.onlyRequest().resource()))
                .contains("urn:altinn:party:uuid=" + PARTY)
                .noneMatch(text -> text.contains("01017012345"));
    }

    /** The reference forgets the subject here, and shows one party's events to another. */
    @Test
    void aRememberedPermitForOnePartyOpensNoOther() {
        PushPolicy remembering =
                new PushPolicy(
                        new CachedPolicyDecisionPoint(
                                decisions, CachedPolicyDecisionPoint.MAX_AGE, Clock.systemUTC()),
                        new EventSubjects(register));
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "1"));

        assertThat(permitted(remembering, SampleEvent.of("subject", "/party/1"), TTD))
                .containsExactly("/org/ttd");
        assertThat(permitted(remembering, SampleEvent.of("id", "2", "subject", "/party/2"), TTD))
                .isEmpty();
        assertThat(permitted(remembering, SampleEvent.of("id", "3"), TTD)).isEmpty();
        assertThat(permitted(remembering, SampleEvent.of("id", "4", "subject", "/party/1"), TTD))
                .containsExactly("/org/ttd");
        assertThat(decisions.asked()).hasSize(3);
    }

    @Test
    void whatBecomesOfSubscriptionsIsForTheirOwnConsumerWhateverThePolicySays() {
        decisions.permit(request -> false);
        String[] attributes = {"resource", OperationsResource.URN, "subject", "/org/skd"};

        assertThat(permitted(SampleEvent.of(attributes), List.of("/org/ttd", "/org/skd")))
                .containsExactly("/org/skd");
        assertThat(permitted(SampleEvent.of("resource", OperationsResource.URN), TTD)).isEmpty();
        assertThat(decisions.asked()).isEmpty();
    }

    @Test
    void aConsumerThatNoPolicyCanNameGetsNothing() {
        assertThat(permitted(SampleEvent.of(), List.of("nobody", ""))).isEmpty();
    }

    @Test
    void anErrorIsNoDecision() {
        decisions.awayFor(FakeDecisions.about("urn:altinn:org", "ttd"));

        assertThat(policy.on(List.of(question(SampleEvent.of(), List.of("/org/ttd", "/org/skd")))))
                .containsExactly(new PushPolicy.Verdict(Set.of("/org/skd"), Set.of("/org/ttd")));
    }

    @Test
    void manyEventsAreAskedAboutInOneGo() {
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "2"));

        assertThat(
                        policy.on(
                                List.of(
                                        question(SampleEvent.of("subject", "/party/1"), TTD),
                                        question(SampleEvent.of("subject", "/party/9"), List.of()),
                                        question(SampleEvent.of("subject", "/party/2"), TTD))))
                .extracting(PushPolicy.Verdict::permitted)
                .containsExactly(Set.of(), Set.of(), Set.copyOf(TTD));
        assertThat(decisions.asked()).hasSize(1);
        assertThat(decisions.asked().get(0)).hasSize(2);
    }

    @Test
    void thePersonsOfABatchAreLookedUpTogether() {
        String other = "urn:altinn:person:identifier-no:02017012345";

        policy.on(
                List.of(
                        question(SampleEvent.of("subject", PERSON), TTD),
                        question(SampleEvent.of("subject", other), TTD)));

        verify(register).partyUuids(List.of(PERSON, other));
        verifyNoMoreInteractions(register);
    }

    @Test
    void aPersonWhomRegisterCannotTellHoldsUpNoOtherAndIsNotLeftOut() {
        String bad = "urn:altinn:person:identifier-no:bad";
        when(register.partyUuids(argThat(asked -> asked != null && asked.contains(bad))))
                .thenThrow(new RegisterUnavailable("400"));
        when(register.partyUuids(List.of(PERSON))).thenReturn(Map.of(PERSON, PARTY));

        assertThat(
                        policy.on(
                                List.of(
                                        question(SampleEvent.of("subject", bad), TTD),
                                        question(SampleEvent.of("subject", PERSON), TTD),
                                        question(SampleEvent.of("subject", "/party/1"), TTD))))
                .containsExactly(
                        new PushPolicy.Verdict(Set.of(), Set.copyOf(TTD)),
                        new PushPolicy.Verdict(Set.copyOf(TTD), Set.of()),
                        new PushPolicy.Verdict(Set.copyOf(TTD), Set.of()));
    }

    @Test
    void aRegisterThatIsAwayIsAskedThreeTimesAtMost() {
        when(register.partyUuids(any())).thenThrow(new RegisterUnavailable("away"));

        List<PushPolicy.Verdict> verdicts =
                policy.on(
                        Stream.concat(
                                        IntStream.range(10, 60).mapToObj(i -> PERSON + i),
                                        Stream.of("/party/1"))
                                .map(subject -> question(SampleEvent.of("subject", subject), TTD))
                                .toList());

        verify(register, times(3)).partyUuids(any());
        assertThat(verdicts.subList(0, 50))
                .containsOnly(new PushPolicy.Verdict(Set.of(), Set.copyOf(TTD)));
        assertThat(verdicts.get(50).permitted()).containsExactlyElementsOf(TTD);
    }

    private static PushPolicy.Question question(Event event, List<String> consumers) {
        return new PushPolicy.Question(event, consumers);
    }

    private Set<String> permitted(Event event, List<String> consumers) {
        return permitted(policy, event, consumers);
    }

    private static Set<String> permitted(PushPolicy policy, Event event, List<String> consumers) {
        return policy.on(List.of(question(event, consumers))).get(0).permitted();
    }
}
