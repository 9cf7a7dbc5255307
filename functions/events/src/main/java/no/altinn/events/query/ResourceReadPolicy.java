package no.altinn.events.query;

import no.altinn.events.event.Event;
import no.altinn.events.policy.EventDecisions;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.OperationsResource;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.PolicyDecisionPoint;

import java.util.ArrayList;
import java.util.List;

/** The decision {@code subscribe} on each event's resource and subject. Thread-safe. */
public final class ResourceReadPolicy implements ReadPolicy {
    private final EventDecisions decisions;

    public ResourceReadPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = new EventDecisions(decisions, subjects);
    }

    @Override
    public List<Event> readable(AltinnToken caller, List<Event> events) {
        List<Event> own =
                events.stream()
                        .filter(event -> OperationsResource.is(event.resource()))
                        .filter(event -> isOwn(caller, event))
                        .toList();
        List<Event> asked =
                events.stream().filter(event -> !OperationsResource.is(event.resource())).toList();
        if (asked.isEmpty()) {
            return own;
        }
        // A page is of one resource.
        return permitted(caller, asked, decisions.about(caller, "subscribe", asked));
    }

    private static boolean isOwn(AltinnToken caller, Event event) {
        return caller.identity()
                .filter(consumer -> OperationsResource.permits(consumer, event.subject()))
                .isPresent();
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
