package no.altinn.events.publish;

import no.altinn.events.event.Event;
import no.altinn.events.policy.EventDecisions;
import no.altinn.events.policy.EventSubjects;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.PolicyDecisionPoint;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Who may publish which events: the policy's decision {@code publish}. As in Altinn, the policy's
 * authentication level is asked of readers and subscribers alone. Thread-safe.
 */
public final class PublishPolicy {
    private final EventDecisions decisions;

    public PublishPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = new EventDecisions(decisions, subjects);
    }

    /** The index of the first event that the caller may not publish; empty when there is none. */
    public OptionalInt firstRefused(AltinnToken caller, List<Event> events) {
        List<Decision> made = decisions.about(caller, "publish", events);
        return IntStream.range(0, made.size())
                .filter(index -> !made.get(index).permits())
                .findFirst();
    }
}
