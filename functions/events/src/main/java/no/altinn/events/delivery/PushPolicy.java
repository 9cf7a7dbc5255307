package no.altinn.events.delivery;

import no.altinn.events.event.Event;
import no.altinn.events.event.ResourceUrn;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may be pushed an event: {@code read} on the resources of apps, {@code subscribe} otherwise,
 * asked for all consumers in one request. Thread-safe.
 */
public final class PushPolicy {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public PushPolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /** Those of the consumers that may get the event. */
    public Set<String> permitted(Event event, List<String> consumers) {
        boolean isApp = ResourceUrn.isApp(event.resource());
        Optional<Attribute> subject = subjects.of(List.of(event)).of(event);
        List<Attribute> resource =
                isApp
                        ? ResourceAttributes.ofAppEvent(event, subject)
                        : ResourceAttributes.ofEvent(event, subject);
        List<Attribute> action = DecisionRequest.action(action(event));
        // A consumer that no policy can name gets nothing.
        List<String> known =
                consumers.stream().filter(one -> Subjects.of(one).isPresent()).distinct().toList();
        List<Decision> answers =
                decisions.decide(
                        known.stream()
                                .map(
                                        consumer ->
                                                new DecisionRequest(
                                                        Subjects.of(consumer)
                                                                .map(Attribute::included)
                                                                .stream()
                                                                .toList(),
                                                        action,
                                                        resource))
                                .toList());
        Set<String> permitted = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            if (answers.get(i).permits()) {
                permitted.add(known.get(i));
            }
        }
        return permitted;
    }

    /** What the policy must permit a consumer to do. */
    static String action(Event event) {
        return ResourceUrn.isApp(event.resource()) ? "read" : "subscribe";
    }
}
