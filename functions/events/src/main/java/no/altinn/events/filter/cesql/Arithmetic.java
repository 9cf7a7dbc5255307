package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Whole;

import java.util.List;

/** Computes with integers of 32 bits (§3.4.2); a result that does not fit is an error. */
record Arithmetic(Operator operator, Node left, Node right) implements Node {
    enum Operator {
        TIMES,
        DIVIDED_BY,
        MODULO,
        PLUS,
        MINUS
    }

    @Override
    public AttributeValue evaluate(Evaluation in) {
        long first = whole(in, left);
        long second = in.hasFailed() ? 0 : whole(in, right);
        if (in.hasFailed()) {
            return ZERO;
        }
        if (second == 0 && (operator == Operator.DIVIDED_BY || operator == Operator.MODULO)) {
            in.fail(CesqlError.MATH);
            return ZERO;
        }
        return new Whole(Numbers.within(in, result(first, second)));
    }

    private long result(long first, long second) {
        return switch (operator) {
            case TIMES -> first * second;
            case DIVIDED_BY -> first / second;
            case MODULO -> first % second;
            case PLUS -> first + second;
            case MINUS -> first - second;
        };
    }

    private static int whole(Evaluation in, Node operand) {
        AttributeValue value = operand.evaluate(in);
        return in.hasFailed() ? 0 : in.whole(value);
    }

    @Override
    public List<Node> parts() {
        return List.of(left, right);
    }

    @Override
    public boolean isNeverTruth() {
        return true;
    }
}
