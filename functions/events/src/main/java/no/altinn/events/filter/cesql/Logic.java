package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;

/** And, or, exclusive or of booleans; the first two leave out what cannot matter (§3.4.2). */
record Logic(Operator operator, Node left, Node right) implements Node {
    enum Operator {
        AND,
        OR,
        XOR
    }

    @Override
    public AttributeValue evaluate(Evaluation in) {
        boolean first = truth(in, left);
        if (in.hasFailed() || isDecidedBy(first)) {
            return Node.of(!in.hasFailed() && first);
        }
        boolean second = truth(in, right);
        boolean holds = operator == Operator.XOR ? first ^ second : second;
        return Node.of(!in.hasFailed() && holds);
    }

    private boolean isDecidedBy(boolean first) {
        return operator == (first ? Operator.OR : Operator.AND);
    }

    private static boolean truth(Evaluation in, Node operand) {
        AttributeValue value = operand.evaluate(in);
        return !in.hasFailed() && in.truth(value);
    }

    @Override
    public List<Node> parts() {
        return List.of(left, right);
    }
}
