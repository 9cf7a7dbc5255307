package no.altinn.events.publish;

import no.altinn.events.event.Event;
import no.altinn.events.policy.EventDecisions;
import no.altinn.events.policy.EventSubjects;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.PolicyDecisionPoint;

import java.util.List;

/**
 * Who may publish which events: the policy's decision {@code publish}. As in Altinn, the policy's
 * authentication level is asked of readers and subscribers alone. Thread-safe.
 */
public final class PublishPolicy {
    private final EventDecisions decisions;

    public PublishPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = new EventDecisions(decisions, subjects);
    }

    /** Whether the caller may publish all of the events. */
    public boolean permits(AltinnToken caller, List<Event> events) {
        return decisions.about(caller, "publish", events).stream().allMatch(Decision::permits);
    }
}
