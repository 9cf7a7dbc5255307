package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a value is, or is not, among others (§3.4.5). These become of its type; the first one
 * that is equal ends the search.
 */
record Membership(Node operand, List<Node> set, boolean isNegated) implements Node {
    @Override
    public AttributeValue evaluate(Evaluation in) {
        AttributeValue value = operand.evaluate(in);
        boolean isFound = false;
        for (Node element : set) {
            if (in.hasFailed() || isFound) {
                break;
            }
            AttributeValue candidate = element.evaluate(in);
            isFound = !in.hasFailed() && Comparison.equal(in, candidate, value);
        }
        return Node.of(!in.hasFailed() && isFound != isNegated);
    }

    @Override
    public List<Node> parts() {
        return Stream.concat(Stream.of(operand), set.stream()).toList();
    }
}
