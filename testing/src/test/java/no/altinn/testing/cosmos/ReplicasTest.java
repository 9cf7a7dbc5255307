package no.altinn.testing.cosmos;

import static com.azure.cosmos.ReadConsistencyStrategy.DEFAULT;
import static com.azure.cosmos.ReadConsistencyStrategy.EVENTUAL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.ReadConsistencyStrategy;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads at each level of consistency, asked through the SDK. */
class ReplicasTest {
    private static final PartitionKey KEY = new PartitionKey("a");

    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable opened : open) {
            opened.close();
        }
    }

    private CosmosServer server(Level level) {
        CosmosServer server = new CosmosServer(1, new Replicas(clock, level));
        open.add(0, server);
        return server;
    }

    /** An empty container of a server. */
    private CosmosContainer container(CosmosServer server) {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        CosmosClient client =
                new CosmosClientBuilder()
                        .endpoint(server.endpoint().toString())
                        .key("a2V5")
                        .gatewayMode()
                        .endpointDiscoveryEnabled(false)
                        .buildClient();
        open.add(0, client);
        client.createDatabase("db");
        client.getDatabase("db").createContainer("c", "/pk");
        return client.getDatabase("db").getContainer("c");
    }

    private static void create(CosmosContainer container, String id) {
        container.createItem(Json.object().put("id", id).put("pk", "a").put("n", 1));
    }

    private static CosmosItemRequestOptions level(ConsistencyLevel level) {
        return new CosmosItemRequestOptions().setConsistencyLevel(level);
    }

    private static CosmosItemRequestOptions read(ReadConsistencyStrategy strategy) {
        return new CosmosItemRequestOptions().setReadConsistencyStrategy(strategy);
    }

    private static int read(
            CosmosContainer container, String id, CosmosItemRequestOptions options) {
        return container.readItem(id, KEY, options, JsonNode.class).getItem().path("n").intValue();
    }

    private static List<String> query(CosmosContainer container, ReadConsistencyStrategy strategy) {
        return container
                .queryItems(
                        "SELECT VALUE c.id FROM c",
                        new CosmosQueryRequestOptions().setReadConsistencyStrategy(strategy),
                        JsonNode.class)
                .stream()
                .map(JsonNode::textValue)
                .toList();
    }

    @Test
    void aWeakReadSeesWhatWasThereAWhileAgoAndAStrongOneWhatIs() {
        CosmosServer server = server(Level.STRONG);
        CosmosContainer container = container(server);
        create(container, "1");
        create(container, "2");
        clock.advance(Duration.ofSeconds(10));
        server.replicas().lag(Duration.ofSeconds(5));
        container.patchItem("1", KEY, CosmosPatchOperations.create().set("/n", 2), JsonNode.class);
        container.deleteItem("2", KEY, new CosmosItemRequestOptions());
        create(container, "3");

        assertThat(read(container, "1", read(EVENTUAL))).isEqualTo(1);
        assertThat(read(container, "1", read(DEFAULT))).isEqualTo(2);
        assertThat(query(container, EVENTUAL)).containsExactly("1", "2");
        assertThat(query(container, DEFAULT)).containsExactly("1", "3");
        assertThatThrownBy(() -> read(container, "3", read(EVENTUAL)))
                .isInstanceOfSatisfying(
                        CosmosException.class, e -> assertThat(e.getStatusCode()).isEqualTo(404));

        clock.advance(Duration.ofSeconds(5));
        assertThat(read(container, "1", level(ConsistencyLevel.EVENTUAL))).isEqualTo(2);
        assertThat(query(container, EVENTUAL)).containsExactly("1", "3");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aReadThatAsksTwoReplicasCostsTwiceWhatAnyReplicaDoes(Level level) {
        CosmosServer server = server(level);
        CosmosContainer container = container(server);
        create(container, "1");
        server.ledger().take();

        container.readItem("1", KEY, JsonNode.class);
        read(container, "1", level(ConsistencyLevel.EVENTUAL));
        assertThat(query(container, DEFAULT)).isEqualTo(query(container, EVENTUAL));

        List<Double> charges = server.ledger().take().stream().map(Ledger.Entry::charge).toList();
        int factor = level == Level.STRONG || level == Level.BOUNDED_STALENESS ? 2 : 1;
        assertThat(charges).hasSize(4);
        assertThat(charges.get(0)).isEqualTo(factor * charges.get(1)).isPositive();
        assertThat(charges.get(2)).isEqualTo(factor * charges.get(3)).isPositive();
    }

    @Test
    void aReadOfSomethingThatIsNotThereIsPaidForTwiceToo() {
        CosmosServer server = server(Level.STRONG);
        CosmosContainer container = container(server);
        server.ledger().take();

        assertThatThrownBy(() -> container.readItem("none", KEY, JsonNode.class))
                .isInstanceOf(CosmosException.class);

        assertThat(server.ledger().take()).extracting(Ledger.Entry::charge).containsExactly(2.0);
    }

    @Test
    void moreThanTheAccountPromisesIsRefused() {
        CosmosContainer container = container(server(Level.SESSION));
        create(container, "1");

        assertThatThrownBy(() -> read(container, "1", level(ConsistencyLevel.STRONG)))
                .isInstanceOfSatisfying(
                        CosmosException.class, e -> assertThat(e.getStatusCode()).isEqualTo(400));
    }
}
