package no.altinn.events.query;

import no.altinn.events.event.AppSource;
import no.altinn.events.event.Event;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.List;

/**
 * The decision {@code read} on each event's app and instance. An event whose source is no instance
 * is about nothing that the decision point knows, and is withheld. Thread-safe.
 */
public final class AppReadPolicy implements ReadPolicy {
    private final PolicyDecisionPoint decisions;

    public AppReadPolicy(PolicyDecisionPoint decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Event> readable(AltinnToken caller, List<Event> events) {
        List<Event> ofInstances = events.stream().filter(AppReadPolicy::isOfInstance).toList();
        List<Attribute> subject = Subjects.of(caller);
        List<DecisionRequest> requests =
                ofInstances.stream()
                        .map(
                                event ->
                                        new DecisionRequest(
                                                subject,
                                                DecisionRequest.action("read"),
                                                ResourceAttributes.ofInstance(
                                                        event,
                                                        AppSource.of(event.source())
                                                                .orElseThrow())))
                        .toList();
        return ResourceReadPolicy.permitted(caller, ofInstances, decisions.decide(requests));
    }

    private static boolean isOfInstance(Event event) {
        return AppSource.of(event.source()).filter(app -> !app.instance().isEmpty()).isPresent();
    }
}
