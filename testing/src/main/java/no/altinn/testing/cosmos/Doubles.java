package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keeps numbers as Cosmos DB does: as doubles, whatever was sent. */
final class Doubles {
    private static final double EXACT = 1L << 53;

    private Doubles() {}

    static ObjectNode in(ObjectNode document) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        document.properties().forEach(member -> copy.set(member.getKey(), in(member.getValue())));
        return copy;
    }

    static JsonNode in(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return in(object);
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> copy.add(in(element)));
            return copy;
        }
        return value.isNumber() ? number(value.doubleValue()) : value;
    }

    private static JsonNode number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) <= EXACT;
        return isWhole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }
}
