package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;

import no.altinn.platform.azure.cosmos.ContainerSchema.Composite;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;

import java.util.List;

/**
 * Makes the database and its containers where they are missing, for emulators and tests; a deployed
 * account is set up by its templates.
 */
public final class DatabaseSetup {
    private DatabaseSetup() {}

    /**
     * Connects to a database and creates what is missing there.
     *
     * @param containers every container that the database is to have
     * @return the connection; the caller closes it
     * @throws RuntimeException if the account cannot be used; no connection is left open then
     */
    public static CosmosConnection connect(
            CosmosSettings cosmos, List<ContainerSchema> containers) {
        CosmosConnection connection = new CosmosConnection(cosmos);
        try {
            createMissing(connection, containers);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Creates the missing containers, and leaves the others as they are.
     *
     * @param containers every container that the database is to have
     */
    public static void createMissing(
            CosmosConnection connection, List<ContainerSchema> containers) {
        connection.open();
        CosmosAsyncDatabase database = connection.createdDatabase();
        containers.forEach(
                schema -> database.createContainerIfNotExists(properties(schema)).block());
    }

    private static CosmosContainerProperties properties(ContainerSchema schema) {
        CosmosContainerProperties properties =
                new CosmosContainerProperties(schema.name(), partitionKey(schema.partitionKey()));
        properties.setIndexingPolicy(indexing(schema));
        if (!schema.timeToLive().isZero()) {
            properties.setDefaultTimeToLiveInSeconds(
                    Math.toIntExact(schema.timeToLive().toSeconds()));
        }
        return properties;
    }

    private static PartitionKeyDefinition partitionKey(List<String> paths) {
        return new PartitionKeyDefinition()
                .setPaths(paths)
                .setKind(paths.size() == 1 ? PartitionKind.HASH : PartitionKind.MULTI_HASH)
                .setVersion(PartitionKeyDefinitionVersion.V2);
    }

    private static IndexingPolicy indexing(ContainerSchema schema) {
        return new IndexingPolicy()
                .setExcludedPaths(List.of(new ExcludedPath("/*")))
                .setIncludedPaths(
                        schema.indexed().stream()
                                .map(path -> new IncludedPath(path + "/?"))
                                .toList())
                .setCompositeIndexes(
                        schema.composites().stream().map(DatabaseSetup::composite).toList());
    }

    private static List<CompositePath> composite(Composite index) {
        return index.paths().stream().map(DatabaseSetup::compositePath).toList();
    }

    private static CompositePath compositePath(Sorted sorted) {
        return new CompositePath()
                .setPath(sorted.path())
                .setOrder(
                        sorted.descending()
                                ? CompositePathSortOrder.DESCENDING
                                : CompositePathSortOrder.ASCENDING);
    }
}
