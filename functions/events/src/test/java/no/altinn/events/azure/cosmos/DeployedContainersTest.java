package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.ContainerSchema.Composite;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;
import no.altinn.platform.json.Json;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is deployed is what the code has been tested with. */
class DeployedContainersTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");

    @Test
    void theDeployedContainersAreThoseThatTheCodeExpects() throws IOException {
        JsonNode containers =
                Json.parse(Files.readString(INFRASTRUCTURE.resolve("cosmos-containers.json")));

        assertThat(each(containers).map(DeployedContainersTest::schema))
                .containsExactlyElementsOf(Containers.ALL);
    }

    @Test
    void theContainersAreDeployedFromThatList() throws IOException {
        assertThat(Files.readString(INFRASTRUCTURE.resolve("modules/cosmos.bicep")))
                .contains("loadJsonContent('../cosmos-containers.json')")
                .contains("compositeIndexes: item.compositeIndexes");
    }

    @Test
    void theDeployedAccountPromisesTheConsistencyThatTheCodeIsTestedWith() throws IOException {
        assertThat(Files.readString(INFRASTRUCTURE.resolve("modules/cosmos.bicep")))
                .contains("defaultConsistencyLevel: '" + CosmosServer.DEPLOYED.text() + "'");
    }

    private static ContainerSchema schema(JsonNode container) {
        return new ContainerSchema(
                container.path("name").textValue(),
                texts(container.path("partitionKeyPaths")),
                texts(container.path("indexedPaths")),
                each(container.path("compositeIndexes"))
                        .map(DeployedContainersTest::composite)
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
