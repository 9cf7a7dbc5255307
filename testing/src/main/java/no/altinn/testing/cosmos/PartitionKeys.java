package no.altinn.testing.cosmos;

import com.azure.cosmos.implementation.Undefined;
import com.azure.cosmos.implementation.routing.PartitionKeyInternal;
import com.azure.cosmos.implementation.routing.PartitionKeyInternalHelper;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import java.util.ArrayList;
import java.util.List;

/** The partition keys of a container. */
final class PartitionKeys {
    private final List<String> paths = new ArrayList<>();
    private final PartitionKeyDefinition definition;

    /**
     * The keys that a container's definition tells of.
     *
     * @param container its definition
     */
    PartitionKeys(JsonNode container) {
        JsonNode key = container.path("partitionKey");
        key.path("paths").forEach(path -> paths.add(path.asText()));
        definition =
                new PartitionKeyDefinition()
                        .setPaths(paths)
                        .setKind(
                                key.path("kind").asText().equals("MultiHash")
                                        ? PartitionKind.MULTI_HASH
                                        : PartitionKind.HASH)
                        .setVersion(
                                key.path("version").asInt() == 2
                                        ? PartitionKeyDefinitionVersion.V2
                                        : PartitionKeyDefinitionVersion.V1);
    }

    /** The paths of its definition, for example {@code /resource}. */
    List<String> paths() {
        return paths;
    }

    /** The key that a document holds; numbers as doubles, so that 1 and 1.0 are one. */
    List<Object> in(JsonNode document) {
        return of(paths.stream().map(document::at).toList());
    }

    /** The key that a header names, which may be the first part of one. */
    static List<Object> named(String header) {
        return of(Json.parse(header));
    }

    /** The key of these values. */
    static List<Object> of(Iterable<JsonNode> values) {
        List<Object> key = new ArrayList<>();
        values.forEach(value -> key.add(value(value)));
        return key;
    }

    private static Object value(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.doubleValue();
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NULL -> value;
            default -> Undefined.value();
        };
    }

    /** Whether a whole key begins with this part of one. */
    static boolean begins(List<Object> key, List<Object> part) {
        return part.size() <= key.size() && key.subList(0, part.size()).equals(part);
    }

    /**
     * The text that tells the range of a key: its hash, which the SDK must reckon in the same way.
     * That of a whole key begins with that of its first part.
     */
    String effective(List<Object> key) {
        return PartitionKeyInternalHelper.getEffectivePartitionKeyString(
                PartitionKeyInternal.fromObjectArray(key, true), definition);
    }
}
