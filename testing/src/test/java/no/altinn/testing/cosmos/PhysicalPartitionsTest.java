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
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How the SDK reads what lies in several physical partitions. */
class PhysicalPartitionsTest {
    private static final int RANGES = 3;
    private static final int GROUPS = 12;

    private final CosmosServer server = new CosmosServer(RANGES);
    private CosmosClient client;
    private CosmosContainer container;

    @BeforeEach
    void open() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        client =
                new CosmosClientBuilder()
                        .endpoint(server.endpoint().toString())
                        .key("a2V5")
                        .gatewayMode()
                        .endpointDiscoveryEnabled(false)
                        .buildClient();
        client.createDatabase("db");
        PartitionKeyDefinition key =
                new PartitionKeyDefinition()
                        .setPaths(List.of("/owner", "/id"))
                        .setKind(PartitionKind.MULTI_HASH)
                        .setVersion(PartitionKeyDefinitionVersion.V2);
        client.getDatabase("db")
                .createContainer(
                        new CosmosContainerProperties("c", key)
                                .setIndexingPolicy(
                                        new IndexingPolicy()
                                                .setCompositeIndexes(
                                                        List.of(
                                                                List.of(
                                                                        path("/same"),
                                                                        path("/n"))))));
        container = client.getDatabase("db").getContainer("c");
    }

    private static CompositePath path(String path) {
        return new CompositePath().setPath(path);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /** Documents whose groups take turns, so that every range has its share of any few. */
    private void create(int count) {
        for (int n = 0; n < count; n++) {
            container.createItem(
                    Json.object()
                            .put("id", "d" + n)
                            .put("owner", "g" + n % GROUPS)
                            .put("n", n)
                            .put("half", n / 2)
                            .put("same", "\"quoted\"")
                            .put("filler", "x".repeat(100)));
        }
        server.ledger().take();
    }

    private List<FeedResponse<JsonNode>> pages(String sql, int size) {
        return container
                .queryItems(sql, new CosmosQueryRequestOptions(), JsonNode.class)
                .streamByPage(size)
                .toList();
    }

    private List<String> all(String sql) {
        return texts(pages(sql, 10));
    }

    private List<String> inGroup(String sql) {
        PartitionKey group = new PartitionKeyBuilder().add("g0").build();
        return texts(
                container
                        .queryItems(
                                sql,
                                new CosmosQueryRequestOptions().setPartitionKey(group),
                                JsonNode.class)
                        .streamByPage(3)
                        .toList());
    }

    private static List<String> texts(List<FeedResponse<JsonNode>> pages) {
        return pages.stream()
                .flatMap(page -> page.getResults().stream())
                .map(JsonNode::toString)
                .toList();
    }

    private static List<String> numbers(int first, int end) {
        return IntStream.range(first, end).mapToObj(Integer::toString).toList();
    }

    private List<Ledger.Entry> queries() {
        return server.ledger().take().stream()
                .filter(entry -> entry.operation() == Operation.QUERY)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT TOP 2 VALUE c.n FROM c ORDER BY c.n              | [0, 1]",
                "SELECT TOP 2 VALUE c.n FROM c ORDER BY c.n DESC         | [59, 58]",
                "SELECT TOP 2 VALUE c.id FROM c ORDER BY c.same, c.n     | [\"d0\", \"d1\"]",
                "SELECT TOP 2 c.n, c.id FROM c WHERE c.n > 7 ORDER BY c.n"
                        + "| [{\"n\":8,\"id\":\"d8\"}, {\"n\":9,\"id\":\"d9\"}]",
                "SELECT c.n, c.none FROM c WHERE c.n < 2 ORDER BY c.n    | [{\"n\":0}, {\"n\":1}]",
                "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 0 LIMIT 3   | [0, 1, 2]",
                "SELECT VALUE c.none FROM c ORDER BY c.n                 | []"
            })
    void whatIsFoundInAllOfThemComesInOneOrder(String sql, String found) {
        create(60);

        assertThat(all(sql)).hasToString(found);
        assertThat(queries()).hasSize(RANGES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 4 LIMIT 3      | [4, 5, 6]",
                "SELECT VALUE c.n FROM c ORDER BY c.n DESC OFFSET 1 LIMIT 2 | [58, 57]",
                "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 57 LIMIT 9     | [57, 58, 59]",
                "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 60 LIMIT 9     | []"
            })
    void theFirstOfAllAreLeftOutNotTheFirstOfEach(String sql, String found) {
        create(60);

        assertThat(all(sql)).hasToString(found);
    }

    @Test
    void wholeDocumentsAreMergedToo() {
        create(30);

        assertThat(pages("SELECT * FROM c ORDER BY c.n", 100).get(0).getResults())
                .extracting(document -> document.path("n").intValue())
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT VALUE COUNT(1) FROM c                              | 30",
                "SELECT VALUE COUNT(1) FROM c WHERE c.n > 20               | 9",
                "SELECT VALUE COUNT(1) FROM c WHERE c.n > 99               | 0",
                "SELECT VALUE COUNT(1) FROM c WHERE c.n = 1 AND c.half = 1 | 0"
            })
    void whatIsFoundInAllOfThemIsCounted(String sql, String count) {
        create(30);

        assertThat(all(sql)).containsExactly(count);
        assertThat(queries())
                .hasSize(RANGES)
                .noneMatch(Ledger.Entry::scanned)
                .allMatch(entry -> entry.charge() < 6);
    }

    @Test
    void withoutAnOrderEachIsReadOnce() {
        create(30);

        assertThat(all("SELECT VALUE c.n FROM c"))
                .containsExactlyInAnyOrderElementsOf(numbers(0, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.n", "c.n DESC", "c.half", "c.half DESC"})
    void aContinuationGoesOnWithWhatHasNotBeenGiven(String order) {
        create(40);
        String sql = "SELECT VALUE c.n FROM c ORDER BY " + order;
        List<String> inOneGo = texts(pages(sql, 100));

        List<FeedResponse<JsonNode>> pages = new ArrayList<>(pages(sql, 7).subList(0, 1));
        while (pages.get(pages.size() - 1).getContinuationToken() != null) {
            pages.add(after(pages.get(pages.size() - 1).getContinuationToken(), sql));
        }

        assertThat(pages).hasSize(6);
        assertThat(texts(pages)).isEqualTo(inOneGo);
    }

    private FeedResponse<JsonNode> after(String continuation, String sql) {
        return container
                .queryItems(sql, new CosmosQueryRequestOptions(), JsonNode.class)
                .iterableByPage(continuation, 7)
                .iterator()
                .next();
    }

    @Test
    void aPartOfAKeyIsReadInItsRangeOnly() {
        create(60);

        assertThat(inGroup("SELECT TOP 3 VALUE c.n FROM c WHERE c.owner = 'g0' ORDER BY c.n"))
                .containsExactly("0", "12", "24");
        assertThat(queries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT TOP 9 VALUE c.n FROM c WHERE c.owner = 'g0' ORDER BY c.n",
                "SELECT VALUE c.n FROM c WHERE c.owner = 'g0' ORDER BY c.n OFFSET 0 LIMIT 9"
            })
    void aPartOfAKeyIsReadInBothOfTheRangesItLiesIn(String sql) {
        create(120);
        server.split("c", "g0");

        assertThat(inGroup(sql))
                .containsExactly("0", "12", "24", "36", "48", "60", "72", "84", "96");
        assertThat(queries()).hasSizeGreaterThan(1);
    }

    @Test
    void aRangeThatSplitsBetweenTwoPagesLosesNothing() {
        create(120);
        String sql = "SELECT VALUE c.n FROM c ORDER BY c.n";
        List<String> read = new ArrayList<>();

        container
                .queryItems(sql, new CosmosQueryRequestOptions(), JsonNode.class)
                .iterableByPage(10)
                .forEach(
                        page -> {
                            read.addAll(texts(List.of(page)));
                            if (read.size() == 10) {
                                server.split("c", "g0");
                            }
                        });

        assertThat(read).isEqualTo(numbers(0, 120));
    }

    @Test
    void theChangeFeedOfAllOfThemTellsOfEveryDocumentOnce() {
        create(30);

        List<Integer> told =
                container
                        .queryChangeFeed(
                                CosmosChangeFeedRequestOptions.createForProcessingFromBeginning(
                                        FeedRange.forFullRange()),
                                JsonNode.class)
                        .stream()
                        .map(document -> document.path("n").intValue())
                        .toList();

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30).boxed().toList());
    }

    @Test
    void aFailureInOneOfThemIsToldWhereTheOthersHaveLessThanTwoPages() {
        create(24);
        server.faults().next(Operation.QUERY, new Fault.Refused(403, Duration.ZERO));

        assertThatThrownBy(() -> pages("SELECT TOP 12 VALUE c.n FROM c ORDER BY c.n", 12))
                .isInstanceOf(CosmosException.class);
    }
}
