package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.Callers;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.policy.OperationsResource;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.pdp.Obligation;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.register.Register;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReadPolicyTest {
    private static final String ACTION = "urn:oasis:names:tc:xacml:1.0:action:action-id";
    private static final Event FIRST = SampleEvent.of("subject", "/party/1");
    private static final Event SECOND = SampleEvent.of("id", "2", "subject", "/party/2");
    private static final Event OF_INSTANCE = SampleEvent.ofApp();
    private static final Event OF_APP =
            SampleEvent.ofApp("id", "2", "source", "https://ttd.apps.example/ttd/a_b");

    private final Callers callers = new Callers();
    private final AltinnToken caller = callers.org("altinn:events.subscribe");
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final EventSubjects subjects = new EventSubjects(mock(Register.class));
    private final ResourceReadPolicy ofResources = new ResourceReadPolicy(decisions, subjects);
    private final AppReadPolicy ofApps = new AppReadPolicy(decisions);

    @Test
    void eventsOfAResourceAreDecidedOnByTheirSubjects() {
        decisions.permit(FakeDecisions.about("urn:altinn:partyid", "2"));

        assertThat(ofResources.readable(caller, List.of(FIRST, SECOND))).containsExactly(SECOND);
        assertThat(decisions.asked()).hasSize(1);
        assertThat(decisions.asked().get(0))
                .hasSize(2)
                .allMatch(FakeDecisions.about(ACTION, "subscribe"))
                .allMatch(FakeDecisions.about("urn:altinn:org", "ttd"));
    }

    @Test
    void whatBecomesOfSubscriptionsIsReadByTheirOwnConsumerAlone() {
        decisions.permit(request -> false);
        Event own = SampleEvent.of("resource", OperationsResource.URN, "subject", "/org/ttd");
        Event others =
                SampleEvent.of("id", "2", "resource", OperationsResource.URN, "subject", "/org/x");
        Event nobodys = SampleEvent.of("id", "3", "resource", OperationsResource.URN);

        assertThat(ofResources.readable(caller, List.of(own, others, nobodys)))
                .containsExactly(own);
        assertThat(ofResources.readable(callers.with(claims -> {}), List.of(own))).isEmpty();
        assertThat(decisions.asked()).isEmpty();
    }

    @Test
    void eventsOfAppsAreDecidedOnByTheirInstances() {
        assertThat(ofApps.readable(caller, List.of(OF_INSTANCE))).containsExactly(OF_INSTANCE);
        assertThat(decisions.onlyRequest())
                .matches(FakeDecisions.about(ACTION, "read"))
                .matches(FakeDecisions.about("urn:altinn:instance-id", SampleEvent.INSTANCE));
    }

    @Test
    void anAppsEventThatIsNoInstancesIsWithheld() {
        assertThat(ofApps.readable(caller, List.of(OF_APP, OF_INSTANCE)))
                .containsExactly(OF_INSTANCE);
        assertThat(decisions.asked().get(0)).hasSize(1);
    }

    @Test
    void aPermitIsNoneBelowItsAuthenticationLevel() {
        PolicyDecisionPoint demanding = mock(PolicyDecisionPoint.class);
        Obligation level = new Obligation("urn:altinn:minimum-authenticationlevel", "any", "3");
        when(demanding.decide(any())).thenReturn(List.of(new Decision.Permit(List.of(level))));
        ResourceReadPolicy policy = new ResourceReadPolicy(demanding, subjects);

        assertThat(policy.readable(callers.user(""), List.of(FIRST))).isEmpty();
        assertThat(
                        policy.readable(
                                callers.with(
                                        claims ->
                                                claims.put("urn:altinn:userid", 1)
                                                        .put("urn:altinn:authlevel", 3)),
                                List.of(FIRST)))
                .containsExactly(FIRST);
    }

    @Test
    void aDecisionPointThatIsAwayPermitsNothing() {
        decisions.awayFor(request -> true);

        assertThatExceptionOfType(DecisionPointUnavailable.class)
                .isThrownBy(() -> ofResources.readable(caller, List.of(FIRST)));
        assertThatExceptionOfType(DecisionPointUnavailable.class)
                .isThrownBy(() -> ofApps.readable(caller, List.of(OF_INSTANCE)));
    }
}
