package no.altinn.events.subscription;

import no.altinn.events.event.ResourceUrn;
import no.altinn.events.policy.AppName;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.ArrayList;
import java.util.List;

/** Who may subscribe to what: {@code read} for apps, {@code subscribe} otherwise. Thread-safe. */
public final class SubscribePolicy {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public SubscribePolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /** Whether the consumer may subscribe to what the filters match. */
    public boolean permits(String consumer, Filters filters) {
        List<Attribute> resource = new ArrayList<>();
        resource.add(ResourceAttributes.ofResource(filters.resource()));
        AppName.of(filters.resource())
                .ifPresent(app -> resource.addAll(ResourceAttributes.ofApp(app.org(), app.app())));
        filters.subject().flatMap(subjects::of).ifPresent(resource::add);
        DecisionRequest request =
                new DecisionRequest(
                        Subjects.of(consumer).stream().toList(),
                        DecisionRequest.action(action(filters)),
                        resource);
        return decisions.decide(List.of(request)).get(0).permits();
    }

    /** What the policy is asked about. */
    static String action(Filters filters) {
        return ResourceUrn.isApp(filters.resource()) ? "read" : "subscribe";
    }
}
