package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.IncludedPath;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.DatabaseSetup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

class ContainersTest {
    static final List<ContainerSchema> ALL = Containers.ALL;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @ParameterizedTest
    @FieldSource("ALL")
    void aContainerIsMadeAsItIsDeclared(ContainerSchema schema) {
        CosmosContainerProperties made =
                cosmos.connection().container(schema).read().block().getProperties();

        assertThat(made.getPartitionKeyDefinition().getPaths()).isEqualTo(schema.partitionKey());
        assertThat(made.getIndexingPolicy().getIncludedPaths())
                .extracting(IncludedPath::getPath)
                .containsExactlyInAnyOrderElementsOf(
                        schema.indexed().stream().map(path -> path + "/?").toList());
        assertThat(made.getIndexingPolicy().getExcludedPaths())
                .anyMatch(excluded -> excluded.getPath().equals("/*"));
        assertThat(made.getIndexingPolicy().getCompositeIndexes())
                .hasSameSizeAs(schema.composites());
        assertThat(made.getDefaultTimeToLiveInSeconds())
                .isEqualTo(
                        schema.timeToLive().isZero()
                                ? null
                                : Math.toIntExact(schema.timeToLive().toSeconds()));
    }

    @Test
    void makingContainersAgainChangesNothing() {
        DatabaseSetup.createMissing(cosmos.connection(), Containers.ALL);

        assertThat(cosmos.stores().subscriptions().find(1)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatACompositeIndexBeginsWithIsIndexedByItselfToo(ContainerSchema schema) {
        assertThat(schema.composites())
                .allSatisfy(
                        index ->
                                assertThat(schema.indexed()).contains(index.paths().get(0).path()));
    }

    @Test
    void whatPassesIsKeptForNinetyDaysOrThirty() {
        assertThat(ALL)
                .filteredOn(schema -> !schema.timeToLive().isZero())
                .extracting(ContainerSchema::name)
                .containsExactlyInAnyOrder("events", "deliveries", "log", "jobs", "statistics");
        assertThat(Containers.EVENTS.timeToLive()).hasDays(90);
        assertThat(Containers.JOBS.timeToLive()).hasDays(30);
    }
}
