package no.altinn.rest.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.azure.cosmos.DeployedContainers;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The deployed containers are those that the code has been tested with. */
class DeployedRestContainersTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");

    @Test
    void theDeployedContainersAreThoseThatTheCodeExpects() throws IOException {
        assertThat(DeployedContainers.in(INFRASTRUCTURE.resolve("cosmos-containers-rest.json")))
                .containsExactlyElementsOf(RestContainers.ALL);
    }

    @Test
    void theContainersAreDeployedFromThatListIntoTheDatabaseOfTheApp() throws IOException {
        assertThat(Files.readString(INFRASTRUCTURE.resolve("modules/cosmos.bicep")))
                .contains("loadJsonContent('../cosmos-containers-rest.json')")
                .contains("var restDatabaseName = '" + Tables.DATABASE + "'");
    }
}
