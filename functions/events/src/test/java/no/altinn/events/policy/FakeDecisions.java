package no.altinn.events.policy;

import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.Obligation;
import no.altinn.platform.pdp.PolicyDecisionPoint;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A decision point that permits what a test says, and remembers what it was asked. Thread-safe. */
public final class FakeDecisions implements PolicyDecisionPoint {
    private final List<List<DecisionRequest>> asked = new CopyOnWriteArrayList<>();
    private volatile Predicate<DecisionRequest> permitted;
    private volatile Decision permit = Decision.permit();
    private volatile Predicate<DecisionRequest> away = request -> false;

    public FakeDecisions(Predicate<DecisionRequest> permitted) {
        this.permitted = permitted;
    }

    /** Whether the request holds an attribute of this name and value in any category. */
    public static Predicate<DecisionRequest> about(String id, String value) {
        return request ->
                List.of(request.subject(), request.action(), request.resource()).stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> one.id().equals(id) && one.value().equals(value));
    }

    /** The attributes as {@code id=value}. */
    public static List<String> texts(List<Attribute> attributes) {
        return attributes.stream().map(one -> one.id() + "=" + one.value()).toList();
    }

    /** Permits something else from now on. */
    public void permit(Predicate<DecisionRequest> now) {
        permitted = now;
    }

    /** Asks for an authentication level with every permit from now on. */
    public void obligeToLevel(int level) {
        permit =
                new Decision.Permit(
                        List.of(
                                new Obligation(
                                        "urn:altinn:minimum-authenticationlevel",
                                        "urn:altinn:obligation1-assignment1",
                                        Integer.toString(level))));
    }

    /** Gives no answer about requests like this; to all or none, none if there is one of them. */
    public void awayFor(Predicate<DecisionRequest> requests) {
        away = requests;
    }

    /** Every call so far. */
    public List<List<DecisionRequest>> asked() {
        return asked;
    }

    /** The only request of the only call. */
    public DecisionRequest onlyRequest() {
        if (asked.size() != 1 || asked.get(0).size() != 1) {
            throw new AssertionError("asked: " + asked);
        }
        return asked.get(0).get(0);
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        asked.add(List.copyOf(requests));
        if (requests.stream().anyMatch(away)) {
            throw new DecisionPointUnavailable("away");
        }
        return requests.stream()
                .map(request -> permitted.test(request) ? permit : Decision.deny())
                .toList();
    }

    @Override
    public List<Optional<Decision>> decideEach(List<DecisionRequest> requests) {
        asked.add(List.copyOf(requests));
        return requests.stream()
                .map(request -> away.test(request) ? Optional.<Decision>empty() : decided(request))
                .toList();
    }

    private Optional<Decision> decided(DecisionRequest request) {
        return Optional.of(permitted.test(request) ? permit : Decision.deny());
    }
}
