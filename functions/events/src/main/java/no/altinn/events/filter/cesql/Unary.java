package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Whole;

import java.util.List;

/** An operator before its operand (§3.4.1). */
record Unary(Operator operator, Node operand) implements Node {
    enum Operator {
        NOT,
        MINUS
    }

    @Override
    public AttributeValue evaluate(Evaluation in) {
        AttributeValue value = operand.evaluate(in);
        return operator == Operator.NOT ? not(in, value) : minus(in, value);
    }

    private static AttributeValue not(Evaluation in, AttributeValue value) {
        boolean holds = !in.hasFailed() && in.truth(value);
        return Node.of(!in.hasFailed() && !holds);
    }

    private static AttributeValue minus(Evaluation in, AttributeValue value) {
        long number = in.hasFailed() ? 0 : in.whole(value);
        return in.hasFailed() ? ZERO : new Whole(Numbers.within(in, -number));
    }

    @Override
    public List<Node> parts() {
        return List.of(operand);
    }

    @Override
    public boolean isNeverTruth() {
        return operator == Operator.MINUS;
    }
}
