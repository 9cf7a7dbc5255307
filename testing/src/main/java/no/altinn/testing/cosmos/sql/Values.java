package no.altinn.testing.cosmos.sql;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** How values compare. Undefined (a missing node) is not null and equals nothing. */
final class Values {
    /** The order of ORDER BY: undefined, null, false, true, numbers, strings, all else. */
    static final Comparator<JsonNode> ORDER =
            Comparator.<JsonNode>comparingInt(Values::rank).thenComparing(Values::withinType);

    private Values() {}

    static boolean areComparable(JsonNode left, JsonNode right) {
        return !left.isMissingNode() && !right.isMissingNode() && rank(left) == rank(right);
    }

    private static int rank(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> 0;
            case NULL -> 1;
            case BOOLEAN -> 2;
            case NUMBER -> 3;
            case STRING -> 4;
            default -> 5;
        };
    }

    private static int withinType(JsonNode left, JsonNode right) {
        return switch (left.getNodeType()) {
            case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
            case NUMBER -> Double.compare(left.doubleValue(), right.doubleValue());
            case STRING -> Arrays.compareUnsigned(bytes(left), bytes(right));
            case MISSING, NULL -> 0;
            default -> left.toString().compareTo(right.toString());
        };
    }

    private static byte[] bytes(JsonNode text) {
        return text.textValue().getBytes(StandardCharsets.UTF_8);
    }
}
