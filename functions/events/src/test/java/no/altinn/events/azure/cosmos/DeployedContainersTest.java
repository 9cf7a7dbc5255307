package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.DeployedContainers;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The deployed containers are those that the code has been tested with. */
class DeployedContainersTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");
    private static final List<ContainerSchema> WITH_THROUGHPUT_OF_THEIR_OWN =
            List.of(Containers.EVENTS, Containers.DELIVERIES);

    private static String bicep() throws IOException {
        return Files.readString(INFRASTRUCTURE.resolve("modules/cosmos.bicep"));
    }

    private static String bicepOfADatabase() throws IOException {
        return Files.readString(INFRASTRUCTURE.resolve("modules/cosmos-database.bicep"));
    }

    @Test
    void theDeployedContainersAreThoseThatTheCodeExpects() throws IOException {
        assertThat(DeployedContainers.in(INFRASTRUCTURE.resolve("cosmos-containers.json")))
                .containsExactlyElementsOf(Containers.ALL);
    }

    @Test
    void theContainersAreDeployedFromThatList() throws IOException {
        assertThat(bicep())
                .contains("loadJsonContent('../cosmos-containers.json')")
                .contains("var eventsDatabaseName = '" + Containers.DATABASE + "'");
        assertThat(bicepOfADatabase()).contains("compositeIndexes: item.compositeIndexes");
    }

    @Test
    void whatGrowsWithTheTrafficHasThroughputOfItsOwn() throws IOException {
        String own =
                Pattern.compile("(?s)var own = union\\((.+?)\n\\)")
                        .matcher(bicep())
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElseThrow();

        assertThat(Pattern.compile("(\\w+): throughput\\.(\\w+) }").matcher(own).results())
                .allSatisfy(match -> assertThat(match.group(1)).isEqualTo(match.group(2)))
                .extracting(match -> match.group(1))
                .containsExactlyElementsOf(
                        WITH_THROUGHPUT_OF_THEIR_OWN.stream().map(ContainerSchema::name).toList());
    }

    @Test
    void anIdentityIsLetIntoOneDatabase() throws IOException {
        assertThat(
                        Pattern.compile("scope: '\\$\\{account\\.id}(.*)'")
                                .matcher(bicepOfADatabase())
                                .results()
                                .map(match -> match.group(1)))
                .containsExactly("/dbs/${name}");
    }

    @Test
    void theDeployedAccountPromisesTheConsistencyThatTheCodeIsTestedWith() throws IOException {
        assertThat(bicep())
                .contains("defaultConsistencyLevel: '" + CosmosServer.DEPLOYED.text() + "'");
    }
}
