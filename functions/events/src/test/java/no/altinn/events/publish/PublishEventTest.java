package no.altinn.events.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import no.altinn.events.app.Refusals;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.Callers;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.register.Register;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;

class PublishEventTest {
    private static final Event FIRST = SampleEvent.of("subject", "/party/1");
    private static final Event SECOND = SampleEvent.of("id", "2", "subject", "/party/2");

    private final Callers callers = new Callers();
    private final EventStore events = mock(EventStore.class);
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final PublishEvent publish =
            new PublishEvent(
                    new PublishPolicy(decisions, new EventSubjects(mock(Register.class))), events);

    @Test
    void permittedEventsAreStoredTogetherInTheirOrder() {
        publish.accept(callers.org("altinn:events.publish"), List.of(FIRST, SECOND));

        verify(events).append(List.of(FIRST, SECOND));
    }

    @Test
    void thePolicyIsAskedForEachEventWhetherItMayBePublished() {
        publish.accept(callers.org("altinn:events.publish"), List.of(FIRST, SECOND));

        assertThat(decisions.asked()).hasSize(1);
        assertThat(decisions.asked().get(0))
                .hasSize(2)
                .allMatch(
                        FakeDecisions.about(
                                "urn:oasis:names:tc:xacml:1.0:action:action-id", "publish"))
                .allMatch(FakeDecisions.about("urn:altinn:org", "ttd"));
        assertThat(FakeDecisions.texts(decisions.asked().get(0).get(1).resource()))
                .contains("urn:altinn:event-id=2", "urn:altinn:partyid=2", "urn:altinn:resource=r");
    }

    @Test
    void oneThatIsNotPermittedKeepsAllFromTheStore() {
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "2").negate());

        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(
                        () ->
                                publish.accept(
                                        callers.org("altinn:events.publish"),
                                        List.of(FIRST, SECOND)));
        verifyNoInteractions(events);
    }

    @Test
    void publishingAsksForNoAuthenticationLevel() {
        decisions.obligeToLevel(4);

        publish.accept(callers.org("altinn:events.publish"), List.of(FIRST));

        verify(events).append(List.of(FIRST));
    }

    @Test
    void theCallerIsToldWhichEventOfABatchIsNotPermittedAndTheLogIsNotToldItsId() {
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "2").negate());
        ThrowingCallable call =
                () -> publish.accept(callers.org("altinn:events.publish"), List.of(FIRST, SECOND));

        assertThat(Refusals.detail(call))
                .isEqualTo(
                        "Event [1] (id '2'): The policy gives the caller no permit for the action"
                                + " 'publish' on the resource 'urn:altinn:resource:r'.");
        assertThat(Refusals.reason(call)).startsWith("Event [1]: The policy").contains("'publish'");
        assertThat(Refusals.answer(call).headers())
                .containsEntry("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        assertThat(Refusals.answer(call).body()).isEmpty();
    }

    @Test
    void anAdministratorsEventsAreNotDecidedOn() {
        decisions.permit(request -> false);

        publish.accept(callers.org("altinn:events.publish.admin"), List.of(FIRST));

        assertThat(decisions.asked()).isEmpty();
        verify(events).append(List.of(FIRST));
    }

    @Test
    void noScopeBelowTheAdministratorsIsItsLike() {
        decisions.permit(request -> false);

        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(
                        () ->
                                publish.accept(
                                        callers.org("altinn:events.publish.admin.x"),
                                        List.of(FIRST)));
    }

    @Test
    void nothingIsStoredWhenTheDecisionPointIsAway() {
        decisions.awayFor(request -> true);

        assertThatExceptionOfType(DecisionPointUnavailable.class)
                .isThrownBy(() -> publish.accept(callers.org(""), List.of(FIRST)));
        verifyNoInteractions(events);
    }

    @Test
    void trustedEventsAreStoredWithoutADecision() {
        publish.accept(List.of(FIRST));

        assertThat(decisions.asked()).isEmpty();
        verify(events).append(List.of(FIRST));
    }
}
