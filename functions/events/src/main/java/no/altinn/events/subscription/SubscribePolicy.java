package no.altinn.events.subscription;

import no.altinn.events.policy.AppName;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.OperationsResource;
import no.altinn.events.policy.ReceivingAction;
import no.altinn.events.policy.ResourceAttributes;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.platform.pdp.Subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Who may subscribe to what: {@code read} for apps, {@code subscribe} otherwise. The policy's
 * authentication level is asked of the token that subscribes, because pushes come without a token.
 * Thread-safe.
 */
public final class SubscribePolicy {
    private final PolicyDecisionPoint decisions;
    private final EventSubjects subjects;

    public SubscribePolicy(PolicyDecisionPoint decisions, EventSubjects subjects) {
        this.decisions = decisions;
        this.subjects = subjects;
    }

    /**
     * Demands that the consumer may subscribe to what the filters match.
     *
     * @param caller the token that subscribes for the consumer
     * @throws NotAuthorized if the policy does not permit it, or not at the token's level
     */
    public void require(AltinnToken caller, String consumer, Filters filters) {
        if (OperationsResource.is(filters.resource())) {
            if (!OperationsResource.permits(consumer, filters.subject())) {
                throw NotAuthorized.toOthersOperations(consumer, filters);
            }
            return;
        }
        Decision decision = decide(consumer, filters);
        if (!decision.permitsAtLevel(caller)) {
            OptionalInt asked = decision.levelAskedOf(caller);
            throw asked.isPresent()
                    ? NotAuthorized.atLevel(caller, asked.getAsInt(), filters)
                    : NotAuthorized.toConsumer(
                            consumer, ReceivingAction.on(filters.resource()), filters);
        }
    }

    private Decision decide(String consumer, Filters filters) {
        List<Attribute> resource = new ArrayList<>();
        resource.add(ResourceAttributes.ofResource(filters.resource()));
        AppName.of(filters.resource())
                .ifPresent(app -> resource.addAll(ResourceAttributes.ofApp(app.org(), app.app())));
        filters.subject().flatMap(subjects::of).ifPresent(resource::add);
        DecisionRequest request =
                new DecisionRequest(
                        Subjects.of(consumer).stream().toList(),
                        DecisionRequest.action(ReceivingAction.on(filters.resource())),
                        resource);
        return decisions.decide(List.of(request)).get(0);
    }
}
