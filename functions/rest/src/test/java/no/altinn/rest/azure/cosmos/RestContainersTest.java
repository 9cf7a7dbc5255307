package no.altinn.rest.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.ContainerSchema.Sorted;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class RestContainersTest {
    static final List<ContainerSchema> ALL = RestContainers.ALL;

    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    @RegisterExtension
    private final OpenEntries cosmos = OpenEntries.inProcess(MutableClock.at(NOW));

    private CosmosContainerProperties made(ContainerSchema schema) {
        return cosmos.connection().container(schema).read().block().getProperties();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aContainerIsMadeAsItIsDeclared(ContainerSchema schema) {
        CosmosContainerProperties made = made(schema);

        assertThat(made.getPartitionKeyDefinition().getPaths()).isEqualTo(schema.partitionKey());
        assertThat(made.getIndexingPolicy().getIncludedPaths())
                .extracting(IncludedPath::getPath)
                .containsExactlyInAnyOrderElementsOf(
                        schema.indexed().stream().map(path -> path + "/?").toList());
        assertThat(made.getIndexingPolicy().getCompositeIndexes())
                .hasSameSizeAs(schema.composites());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatACompositeIndexSortsByIsIndexedByItselfToo(ContainerSchema schema) {
        assertThat(schema.composites())
                .allSatisfy(
                        index ->
                                assertThat(index.paths())
                                        .extracting(Sorted::path)
                                        .isSubsetOf(schema.indexed()));
    }

    @Test
    void everyTableHasAContainerWhoseDocumentsSayHowLongTheyAreKept() {
        assertThat(ALL)
                .extracting(ContainerSchema::name)
                .containsAll(Tables.ALL.stream().map(Table::name).toList())
                .contains("leases");
        for (Table table : Tables.ALL) {
            assertThat(made(RestContainers.of(table)).getDefaultTimeToLiveInSeconds())
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({"messages, /reportee", "delegations, /offeredBy", "users, /id", "rules, /owner"})
    void aContainerIsPartedAsItsTableIs(String name, String path) {
        assertThat(ALL)
                .filteredOn(schema -> schema.name().equals(name))
                .singleElement()
                .extracting(ContainerSchema::partitionKey)
                .isEqualTo(List.of(path));
    }

    @Test
    void filesArePartedByTheirServiceAndEachByItself() {
        ContainerSchema files = RestContainers.of(Tables.TRANSFERS);

        assertThat(files.partitionKey()).containsExactly("/service", "/id");
        assertThat(files.indexed()).contains("/recipients/[]", "/sender", "/sent");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T10:00:00Z, 2",
        "2026-01-02T10:00:59.999Z, 61",
        "2026-04-02T10:00:00Z, 7776002",
        "2020-01-01T00:00:00Z, 1",
        "9999-12-31T23:59:59Z, 2147483647"
    })
    void aDocumentIsKeptNoShorterThanItsEntryLives(Instant expires, int seconds) {
        Entry entry = Entry.of("1", "1", Map.of(), Json.object(), "");
        cosmos.store().of(Tables.LOGINS).put(entry.expiring(expires));

        assertThat(document("1").path("ttl").intValue()).isEqualTo(seconds);
    }

    @Test
    void aDocumentWhoseEntryNeverExpiresIsKept() {
        cosmos.store().of(Tables.LOGINS).put(Entry.of("1", "1", Map.of(), Json.object(), ""));

        assertThat(document("1").has("ttl")).isFalse();
    }

    private JsonNode document(String id) {
        return cosmos.connection()
                .container(RestContainers.of(Tables.LOGINS))
                .readItem(id, new PartitionKey(id), JsonNode.class)
                .block()
                .getItem();
    }
}
