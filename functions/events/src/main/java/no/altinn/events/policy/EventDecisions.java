package no.altinn.events.policy;

import no.altinn.events.event.Event;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.List;

/** Decisions about what a caller may do with events, one for each event. Thread-safe. */
public final class EventDecisions {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public EventDecisions(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /**
     * Asks about each event's resource and subject, all in one go.
     *
     * @return the decisions in the events' order
     */
    public List<Decision> about(AltinnToken caller, String action, List<Event> events) {
        EventSubjects.Lookup lookup = subjects.of(events);
        List<Attribute> subject = Subjects.of(caller);
        return decisions.decide(
                events.stream()
                        .map(
                                event ->
                                        new DecisionRequest(
                                                subject,
                                                DecisionRequest.action(action),
                                                ResourceAttributes.ofEvent(
                                                        event, lookup.of(event))))
                        .toList());
    }
}
