package no.altinn.events.publish;

import no.altinn.events.event.Event;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.List;

/** Who may publish which events: the policy's decision {@code publish}. Thread-safe. */
public final class PublishPolicy {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public PublishPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /** Whether the caller may publish all of the events. */
    public boolean permits(AltinnToken caller, List<Event> events) {
        EventSubjects.Lookup lookup = subjects.of(events);
        List<Attribute> subject = Subjects.of(caller);
        List<DecisionRequest> requests =
                events.stream()
                        .map(
                                event ->
                                        new DecisionRequest(
                                                subject,
                                                DecisionRequest.action("publish"),
                                                ResourceAttributes.ofEvent(
                                                        event, lookup.of(event))))
                        .toList();
        return decisions.decide(requests).stream().allMatch(Decision::permits);
    }
}
