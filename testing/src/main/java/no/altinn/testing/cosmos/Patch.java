package no.altinn.testing.cosmos;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.cosmos.Documents.Stored;
import no.altinn.testing.cosmos.sql.Parser;
import no.altinn.testing.cosmos.sql.Query;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A partial update: all of its operations or none.
 *
 * @param condition what the document must meet
 */
record Patch(Optional<Query> condition, List<JsonNode> operations) {
    private static final int MOST_OPERATIONS = 10;

    static Patch of(JsonNode body) {
        List<JsonNode> operations =
                StreamSupport.stream(body.path("operations").spliterator(), false).toList();
        if (operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw new Refusal(400, "A patch has one to ten operations.");
        }
        return new Patch(
                Optional.ofNullable(body.path("condition").textValue()).map(Patch::condition),
                operations);
    }

    private static Query condition(String sql) {
        return new Query(
                Optional.empty(),
                new Query.Everything(),
                Optional.of(Parser.condition(sql)),
                List.of(),
                Optional.empty());
    }

    /** The document as it will be; refused with 412 if it does not meet the condition. */
    Stored apply(Stored stored) {
        if (condition.filter(query -> !query.finds(stored.json())).isPresent()) {
            throw Preconditions.failed();
        }
        ObjectNode changed = stored.json().deepCopy();
        operations.forEach(operation -> apply(operation, changed));
        return new Stored(
                stored.number(),
                stored.change(),
                stored.key(),
                stored.effectiveKey(),
                Doubles.in(changed));
    }

    private static void apply(JsonNode operation, ObjectNode document) {
        String op = operation.path("op").asText();
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        JsonNode value = operation.path("value");
        JsonNode parent = document.at(path.head());
        if (value.isMissingNode()) {
            throw new Refusal(400, "The operation lacks its value.");
        }
        switch (op) {
            case "add", "set" -> set(parent, name(path), value);
            case "incr" -> increment(parent, name(path), value);
            default -> throw new Refusal(400, "Unknown operation '" + op + "'.");
        }
    }

    private static void set(JsonNode parent, String name, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array && name.equals("-")) {
            array.add(value);
        } else {
            throw new Refusal(400, "There is nothing to add '" + name + "' to.");
        }
    }

    private static void increment(JsonNode parent, String name, JsonNode value) {
        JsonNode old = parent.path(name);
        if (!(parent instanceof ObjectNode object) || !(old.isNumber() || old.isMissingNode())) {
            throw new Refusal(400, "'" + name + "' is no number.");
        }
        object.set(name, DoubleNode.valueOf(old.asDouble(0) + value.doubleValue()));
    }

    private static String name(JsonPointer path) {
        return path.last().getMatchingProperty();
    }
}
