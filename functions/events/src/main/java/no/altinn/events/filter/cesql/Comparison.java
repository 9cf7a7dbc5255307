package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;

import java.util.List;

/**
 * Compares two values (§3.4.2). For equality the left one becomes of the right one's type (§3.7);
 * an order there is among integers alone.
 */
record Comparison(Operator operator, Node left, Node right) implements Node {
    /** How many characters are compared in a unit of work. */
    private static final int CHARACTERS_A_UNIT = 8;

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    @Override
    public AttributeValue evaluate(Evaluation in) {
        AttributeValue first = left.evaluate(in);
        AttributeValue second = in.hasFailed() ? FALSE : right.evaluate(in);
        boolean holds = !in.hasFailed() && holds(in, first, second);
        return Node.of(!in.hasFailed() && holds);
    }

    private boolean holds(Evaluation in, AttributeValue first, AttributeValue second) {
        return switch (operator) {
            case EQUAL -> equal(in, first, second);
            case NOT_EQUAL -> !equal(in, first, second);
            case LESS -> in.whole(first) < in.whole(second);
            case LESS_OR_EQUAL -> in.whole(first) <= in.whole(second);
            case GREATER -> in.whole(first) > in.whole(second);
            case GREATER_OR_EQUAL -> in.whole(first) >= in.whole(second);
        };
    }

    /** Whether the value is equal to another one of its own type, or becomes so. */
    static boolean equal(Evaluation in, AttributeValue value, AttributeValue wanted) {
        AttributeValue cast = in.cast(value, wanted);
        return in.spend(1 + wanted.text().length() / CHARACTERS_A_UNIT) && cast.equals(wanted);
    }

    @Override
    public List<Node> parts() {
        return List.of(left, right);
    }
}
