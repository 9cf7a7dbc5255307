package no.altinn.events.query;

import no.altinn.events.event.Event;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.ArrayList;
import java.util.List;

/** The decision {@code subscribe} on each event's resource and subject. Thread-safe. */
public final class ResourceReadPolicy implements ReadPolicy {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public ResourceReadPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    @Override
    public List<Event> readable(AltinnToken caller, List<Event> events) {
        EventSubjects.Lookup lookup = subjects.of(events);
        List<Attribute> subject = Subjects.of(caller);
        List<DecisionRequest> requests =
                events.stream()
                        .map(
                                event ->
                                        new DecisionRequest(
                                                subject,
                                                DecisionRequest.action("subscribe"),
                                                ResourceAttributes.ofEvent(
                                                        event, lookup.of(event))))
                        .toList();
        return permitted(caller, events, decisions.decide(requests));
    }

    /** The events whose decision, at the caller's authentication level, is a permit. */
    static List<Event> permitted(AltinnToken caller, List<Event> events, List<Decision> decisions) {
        List<Event> permitted = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (decisions.get(i).permitsAtLevel(caller)) {
                permitted.add(events.get(i));
            }
        }
        return permitted;
    }
}
