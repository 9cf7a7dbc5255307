package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of a document. Formats are asserted, and an object has no member that its schema
 * does not name. Thread-safe.
 */
final class Schemas {
    private static final String LOCATION = "https://document.example/document.json";

    /** What holds values, not schemas. */
    private static final Set<String> VALUES =
            Set.of("const", "default", "enum", "example", "examples", "value");

    private final SchemaRegistry registry;
    private final Map<String, Schema> read = new ConcurrentHashMap<>();

    /**
     * @param dialect what the schemas are written in
     */
    Schemas(JsonNode document, Dialect dialect) {
        ObjectNode closed = document.deepCopy();
        close(closed);
        SchemaRegistryConfig strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry =
                SchemaRegistry.withDialect(
                        dialect,
                        builder ->
                                builder.schemas(Map.of(LOCATION, closed.toString()))
                                        .schemaRegistryConfig(strict));
    }

    /** What of a value is not as the schema says; empty if all is. */
    List<String> faults(Part schema, JsonNode value) {
        return read
                .computeIfAbsent(schema.pointer(), any -> read(schema.node()))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema read(JsonNode schema) {
        ObjectNode copy = schema.deepCopy();
        close(copy);
        anchor(copy);
        return registry.getSchema(copy);
    }

    /** Lets the references lead into the document, of which the schema is no part any more. */
    private static void anchor(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").asText().startsWith("#")) {
            object.put("$ref", LOCATION + object.get("$ref").asText());
        }
        node.forEach(Schemas::anchor);
    }

    private static void close(JsonNode node) {
        if (node instanceof ArrayNode) {
            node.forEach(Schemas::close);
        }
        if (node instanceof ObjectNode object) {
            if (object.path("properties").isObject()
                    && object.path("type").asText().equals("object")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.properties().stream()
                    .filter(member -> !VALUES.contains(member.getKey()))
                    .forEach(member -> close(member.getValue()));
        }
    }
}
