package no.altinn.platform.azure.cosmos;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.azure.cosmos.ContainerSchema.Composite;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;
import no.altinn.platform.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The containers of a database as they are deployed. */
public final class DeployedContainers {
    private DeployedContainers() {}

    /** The functions that a file of infra-bicep lists, in its order. */
    public static List<ContainerSchema> in(Path file) throws IOException {
        return each(Json.parse(Files.readString(file))).map(DeployedContainers::schema).toList();
    }

    private static ContainerSchema schema(JsonNode container) {
        return new ContainerSchema(
                container.path("name").textValue(),
                texts(container.path("partitionKeyPaths")),
                texts(container.path("indexedPaths")),
                each(container.path("compositeIndexes"))
                        .map(DeployedContainers::composite)
                        .toList(),
                Duration.ofSeconds(container.path("defaultTtlSeconds").longValue()));
    }

    private static Composite composite(JsonNode paths) {
        return new Composite(
                each(paths)
                        .map(
                                path ->
                                        new Sorted(
                                                path.path("path").textValue(),
                                                path.path("order").asText().equals("descending")))
                        .toList());
    }

    private static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::textValue).toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
