package no.altinn.simulation.outside;

import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.pdp.AttributeId;
import no.altinn.platform.pdp.Decision;
import no.altinn.platform.pdp.DecisionPointUnavailable;
import no.altinn.platform.pdp.DecisionRequest;
import no.altinn.platform.pdp.PolicyDecisionPoint;
import no.altinn.simulation.time.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the policy permits: each organisation may see events about some parties, and that changes.
 * It remembers what it said when. Not thread-safe.
 */
public final class Policy implements PolicyDecisionPoint {
    /** An organisation and a party whose events it may see, or not. */
    public record Pair(String org, String party) {}

    private record Change(Instant at, boolean permits) {}

    private final World world;
    private final Map<Pair, List<Change>> changes = new HashMap<>();
    private boolean isAway;

    /** A policy that permits nothing yet. */
    public Policy(World world) {
        this.world = world;
    }

    /** Permits or denies a pair from now on. */
    public void set(Pair pair, boolean permits) {
        world.tell("policy " + pair + (permits ? " permits" : " denies"));
        changes.computeIfAbsent(pair, any -> new ArrayList<>())
                .add(new Change(world.now(), permits));
    }

    /** Takes the policy away from now on, or brings it back. */
    public void setAway(boolean away) {
        world.tell("policy away=" + away);
        isAway = away;
    }

    /** Whether the policy permits a pair now. */
    public boolean permits(Pair pair) {
        List<Change> of = changes.getOrDefault(pair, List.of());
        return !of.isEmpty() && of.get(of.size() - 1).permits();
    }

    /** Whether the policy has permitted a pair all the time between two instants. */
    public boolean permitsThroughout(Pair pair, Instant from, Instant to) {
        return isAlways(true, pair, from, to);
    }

    /** Whether the policy has denied a pair all the time between two instants. */
    public boolean deniesThroughout(Pair pair, Instant from, Instant to) {
        return isAlways(false, pair, from, to);
    }

    private boolean isAlways(boolean wanted, Pair pair, Instant from, Instant to) {
        boolean before = false;
        for (Change change : changes.getOrDefault(pair, List.of())) {
            if (change.at().isAfter(to)) {
                break;
            }
            if (change.at().isAfter(from) && change.permits() != wanted) {
                return false;
            }
            if (!change.at().isAfter(from)) {
                before = change.permits();
            }
        }
        return before == wanted;
    }

    /** How long a decision may be used again, with the differences of clocks. */
    public static Duration memory() {
        return Duration.ofMinutes(5).plusSeconds(10);
    }

    @Override
    public List<Decision> decide(List<DecisionRequest> requests) {
        if (isAway) {
            throw new DecisionPointUnavailable("simulated: the policy is away");
        }
        return requests.stream()
                .map(request -> isPermitted(request) ? Decision.permit() : Decision.deny())
                .toList();
    }

    private boolean isPermitted(DecisionRequest request) {
        if (value(request.action(), AttributeId.ACTION).equals("publish")) {
            return true;
        }
        return permits(
                new Pair(
                        value(request.subject(), AttributeId.ORG),
                        value(request.resource(), AttributeId.PARTY_ID)));
    }

    private static String value(List<Attribute> attributes, String id) {
        return attributes.stream()
                .filter(one -> one.id().equals(id))
                .map(Attribute::value)
                .findFirst()
                .orElse("");
    }
}
