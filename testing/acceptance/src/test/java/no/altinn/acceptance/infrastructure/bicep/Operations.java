package no.altinn.acceptance.infrastructure.bicep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** Works out operations on two values. Immutable. */
final class Operations {
    private final Evaluator evaluator;

    Operations(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    JsonNode value(Node.Operation operation) {
        Node left = operation.left();
        Node right = operation.right();
        return switch (operation.operator()) {
            case "&&" -> BooleanNode.valueOf(evaluator.holds(left) && evaluator.holds(right));
            case "||" -> BooleanNode.valueOf(evaluator.holds(left) || evaluator.holds(right));
            case "??" -> {
                JsonNode value = evaluator.value(left);
                yield value.isNull() || value.isMissingNode() ? evaluator.value(right) : value;
            }
            default ->
                    compared(operation.operator(), evaluator.value(left), evaluator.value(right));
        };
    }

    private static JsonNode compared(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "==" -> BooleanNode.valueOf(isSame(left, right));
            case "!=" -> BooleanNode.valueOf(!isSame(left, right));
            case "=~" -> BooleanNode.valueOf(left.asText().equalsIgnoreCase(right.asText()));
            case "!~" -> BooleanNode.valueOf(!left.asText().equalsIgnoreCase(right.asText()));
            case "<" -> BooleanNode.valueOf(left.asLong() < right.asLong());
            case "<=" -> BooleanNode.valueOf(left.asLong() <= right.asLong());
            case ">" -> BooleanNode.valueOf(left.asLong() > right.asLong());
            case ">=" -> BooleanNode.valueOf(left.asLong() >= right.asLong());
            default -> LongNode.valueOf(number(operator, left.asLong(), right.asLong()));
        };
    }

    private static boolean isSame(JsonNode left, JsonNode right) {
        return (left.isNumber() && right.isNumber())
                ? left.asLong() == right.asLong()
                : left.equals(right);
    }

    private static long number(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "%" -> left % right;
            default -> throw new IllegalArgumentException("There is no operator " + operator);
        };
    }
}
