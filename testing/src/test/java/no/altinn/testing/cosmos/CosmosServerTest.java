package no.altinn.testing.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CosmosChangeFeedRequestOptions;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

/** The server refuses what Cosmos DB refuses; asked through the SDK, as the stores ask it. */
class CosmosServerTest {
    private static CosmosServer server;
    private static CosmosClient client;

    private CosmosContainer container;

    @BeforeAll
    static void start() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        server = new CosmosServer();
        client =
                new CosmosClientBuilder()
                        .endpoint(server.endpoint().toString())
                        .key("a2V5")
                        .gatewayMode()
                        .endpointDiscoveryEnabled(false)
                        .contentResponseOnWriteEnabled(true)
                        .buildClient();
        client.createDatabase("db");
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void createContainer() {
        String name = UUID.randomUUID().toString();
        client.getDatabase("db")
                .createContainer(
                        new CosmosContainerProperties(name, "/pk")
                                .setIndexingPolicy(
                                        new IndexingPolicy()
                                                .setExcludedPaths(List.of(new ExcludedPath("/*")))
                                                .setIncludedPaths(
                                                        List.of(
                                                                new IncludedPath("/pk/?"),
                                                                new IncludedPath("/n/?")))
                                                .setCompositeIndexes(
                                                        List.of(
                                                                List.of(
                                                                        path("/pk"),
                                                                        path("/n"))))));
        container = client.getDatabase("db").getContainer(name);
        server.ledger().take();
    }

    private static CompositePath path(String path) {
        return new CompositePath().setPath(path);
    }

    private static ObjectNode document(String id, String pk) {
        return Json.object().put("id", id).put("pk", pk);
    }

    private static PartitionKey key(String pk) {
        return new PartitionKey(pk);
    }

    private static void assertRefused(int status, int subStatus, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CosmosException.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(status);
                            assertThat(e.getSubStatusCode()).isEqualTo(subStatus);
                        });
    }

    @Test
    void aDocumentThatIsThereIsReplacedByOneThatIsPutInItsPlace() {
        container.upsertItem(document("1", "a").put("n", 1), key("a"), null);
        container.upsertItem(document("1", "a").put("n", 2), key("a"), null);

        assertThat(query("SELECT VALUE c.n FROM c")).extracting(JsonNode::intValue).containsOnly(2);
    }

    @Test
    void aDocumentIsReplacedWhileItHasTheVersionThatIsNamed() {
        container.createItem(document("1", "a").put("n", 1));
        String etag = container.readItem("1", key("a"), JsonNode.class).getETag();
        CosmosItemRequestOptions ifMatch = new CosmosItemRequestOptions().setIfMatchETag(etag);
        container.replaceItem(document("1", "a").put("m", 2), "1", key("a"), ifMatch);

        assertThat(query("SELECT c.n, c.m FROM c")).hasToString("[{\"m\":2}]");
        assertRefused(
                412, 0, () -> container.replaceItem(document("1", "a"), "1", key("a"), ifMatch));
        assertRefused(
                404, 0, () -> container.replaceItem(document("2", "a"), "2", key("a"), ifMatch));
        assertRefused(
                400,
                0,
                () ->
                        container.replaceItem(
                                document("2", "a"), "1", key("a"), new CosmosItemRequestOptions()));
    }

    @Test
    void theChangeFeedTellsOfEveryDocumentOnceInTheOrderOfTheLastChange() {
        create("1", "2", "3");
        container.upsertItem(document("1", "a").put("n", 2), key("a"), null);

        assertThat(changes(fromStart())).containsExactly("2", "3", "1");
    }

    @Test
    void theChangeFeedGoesOnWhereItWasLeft() {
        create("1", "2", "3");
        FeedResponse<JsonNode> first = changed(fromStart().setMaxItemCount(2));
        String further = first.getContinuationToken();
        create("4");

        assertThat(first.getResults()).hasSize(2);
        assertThat(changes(from(further))).containsExactly("3", "4");
    }

    @Test
    void aChangeFeedWithNothingNewIsEmptyAndGoesOnAllTheSame() {
        String start = changed(fromStart()).getContinuationToken();
        assertThat(changes(from(start))).isEmpty();
        create("1");

        assertThat(changes(from(start))).containsExactly("1");
        assertThat(changes(from(changed(from(start)).getContinuationToken()))).isEmpty();
    }

    private void create(String... ids) {
        for (String id : ids) {
            container.createItem(document(id, "a"), key("a"), null);
        }
    }

    private static CosmosChangeFeedRequestOptions fromStart() {
        return CosmosChangeFeedRequestOptions.createForProcessingFromBeginning(
                FeedRange.forFullRange());
    }

    private static CosmosChangeFeedRequestOptions from(String continuation) {
        return CosmosChangeFeedRequestOptions.createForProcessingFromContinuation(continuation);
    }

    private FeedResponse<JsonNode> changed(CosmosChangeFeedRequestOptions options) {
        return container
                .queryChangeFeed(options, JsonNode.class)
                .iterableByPage()
                .iterator()
                .next();
    }

    private List<String> changes(CosmosChangeFeedRequestOptions options) {
        return changed(options).getResults().stream()
                .map(document -> document.path("id").asText())
                .toList();
    }

    private List<JsonNode> query(String sql) {
        return container.queryItems(sql, new CosmosQueryRequestOptions(), JsonNode.class).stream()
                .toList();
    }

    @Test
    void aKeyThatDiffersFromTheDocumentsIsRefused() {
        assertRefused(
                400,
                1001,
                () ->
                        container.createItem(
                                document("1", "a"), key("b"), new CosmosItemRequestOptions()));
    }

    @Test
    void aDocumentIsFoundUnderItsKeyOnly() {
        container.createItem(document("1", "a"));

        assertThat(container.readItem("1", key("a"), JsonNode.class).getItem().path("pk"))
                .hasToString("\"a\"");
        assertRefused(404, 0, () -> container.readItem("1", key("b"), JsonNode.class));
        assertRefused(
                404, 0, () -> container.deleteItem("1", key("b"), new CosmosItemRequestOptions()));
    }

    @Test
    void anIdIsTakenOnceInEachKey() {
        container.createItem(document("1", "a"));
        container.createItem(document("1", "b"));

        assertRefused(409, 0, () -> container.createItem(document("1", "a")));
    }

    @Test
    void aDocumentOfMoreThanTwoMegabytesIsTooLarge() {
        assertRefused(
                413,
                0,
                () -> container.createItem(document("1", "a").put("text", "x".repeat(2 << 20))));
    }

    @Test
    void anOldVersionIsNotChanged() {
        String old = container.createItem(document("1", "a")).getETag();
        CosmosPatchOperations one = CosmosPatchOperations.create().increment("/n", 1);
        container.patchItem("1", key("a"), one, JsonNode.class);

        assertRefused(
                412,
                0,
                () ->
                        container.deleteItem(
                                "1", key("a"), new CosmosItemRequestOptions().setIfMatchETag(old)));
    }

    @Test
    void aPatchIsDoneWhollyOrNotAtAll() {
        container.createItem(document("1", "a").put("n", 1));
        CosmosPatchOperations changes =
                CosmosPatchOperations.create().set("/n", 2).add("/missing/-", 3);

        assertRefused(400, 0, () -> container.patchItem("1", key("a"), changes, JsonNode.class));
        assertThat(query("SELECT VALUE c.n FROM c")).hasToString("[1]");
    }

    @Test
    void aPatchThatDoesNotMeetItsConditionIsRefused() {
        container.createItem(document("1", "a").put("n", 1));
        CosmosPatchOperations change = CosmosPatchOperations.create().set("/n", 2);

        container.patchItem("1", key("a"), change, when("FROM c WHERE c.n = 1"), JsonNode.class);
        assertRefused(
                412,
                0,
                () ->
                        container.patchItem(
                                "1",
                                key("a"),
                                change,
                                when("FROM c WHERE c.n = 1"),
                                JsonNode.class));
    }

    private static CosmosPatchItemRequestOptions when(String condition) {
        return new CosmosPatchItemRequestOptions().setFilterPredicate(condition);
    }

    @Test
    void aPatchOfMoreThanTenOperationsIsRefused() {
        container.createItem(document("1", "a"));
        CosmosPatchOperations changes = CosmosPatchOperations.create();
        for (int i = 0; i < 11; i++) {
            changes.set("/n" + i, i);
        }

        assertRefused(400, 0, () -> container.patchItem("1", key("a"), changes, JsonNode.class));
    }

    @Test
    void anOrderByTwoPathsNeedsTheirCompositeIndex() {
        container.createItem(document("1", "a").put("n", 1));
        container.createItem(document("2", "a").put("n", 2));

        assertThat(query("SELECT VALUE c.id FROM c ORDER BY c.pk, c.n"))
                .hasToString("[\"1\", \"2\"]");
        assertThat(query("SELECT VALUE c.id FROM c ORDER BY c.pk DESC, c.n DESC"))
                .hasToString("[\"2\", \"1\"]");
        assertRefused(400, 0, () -> query("SELECT * FROM c ORDER BY c.n, c.pk"));
        assertRefused(400, 0, () -> query("SELECT * FROM c ORDER BY c.pk, c.n DESC"));
    }

    @Test
    void anOrderByAPathWithoutIndexIsRefused() {
        assertRefused(400, 0, () -> query("SELECT * FROM c ORDER BY c.other"));
    }

    @Test
    void aConditionOnAPathWithoutIndexScansAndIsPaidFor() {
        for (int i = 0; i < 20; i++) {
            container.createItem(document("" + i, "a").put("n", i).put("other", i));
        }
        server.ledger().take();
        query("SELECT * FROM c WHERE c.n = 1");
        query("SELECT * FROM c WHERE c.other = 1");

        List<Ledger.Entry> entries = server.ledger().take();
        assertThat(entries).extracting(Ledger.Entry::scanned).containsExactly(false, true);
        assertThat(entries.get(1).charge()).isGreaterThan(2 * entries.get(0).charge());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "SELECT * FROM c WHERE",
                "SELECT * FROM c WHERE c.n = ",
                "SELECT * FROM c WHERE c.n = @missing",
                "SELECT * FROM c WHERE NOSUCH(c.n, 1)",
                "SELECT * FROM c WHERE STARTSWITH(c.n)",
                "SELECT c.value FROM c",
                "SELECT * FROM c; DROP",
                "SELECT * FROM c extra"
            })
    void whatIsNoQueryIsRefused(String sql) {
        assertRefused(400, 0, () -> query(sql));
    }

    @Test
    void aQueryGoesOnAfterWhatItHasGiven() {
        for (int i = 0; i < 25; i++) {
            container.createItem(document("" + i, "a").put("n", 25 - i));
        }

        List<Integer> pages =
                container
                        .queryItems(
                                "SELECT TOP 23 VALUE c.n FROM c ORDER BY c.n",
                                new CosmosQueryRequestOptions(),
                                JsonNode.class)
                        .streamByPage(10)
                        .flatMap(page -> page.getResults().stream())
                        .map(JsonNode::intValue)
                        .toList();

        assertThat(pages).hasSize(23).isSorted().startsWith(1).endsWith(23);
    }

    @Test
    void aQueryWithAKeySeesThatKeyOnly() {
        container.createItem(document("1", "a"));
        container.createItem(document("2", "b"));

        assertThat(
                        container
                                .queryItems(
                                        "SELECT VALUE c.id FROM c",
                                        new CosmosQueryRequestOptions().setPartitionKey(key("b")),
                                        JsonNode.class)
                                .stream())
                .extracting(JsonNode::textValue)
                .containsExactly("2");
    }

    @Test
    void numbersAreDoubles() {
        container.createItem(document("1", "a").put("n", 9_007_199_254_740_993L));

        assertThat(query("SELECT VALUE c.n FROM c").get(0).longValue())
                .isEqualTo(9_007_199_254_740_992L);
    }
}
