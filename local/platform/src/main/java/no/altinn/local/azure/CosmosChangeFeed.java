package no.altinn.local.azure;

import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosChangeFeedRequestOptions;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.changefeed.ChangedDocument;
import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.json.Json;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The change feed of a container, pulled from the place that a document among the leases names. It
 * takes the place of Azure's trigger, and leaves the leases of that trigger alone. For one reader
 * at a time.
 */
final class CosmosChangeFeed implements ChangeFeedSource {
    private static final String CONTINUATION = "continuation";
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final CosmosAsyncContainer changing;
    private final CosmosAsyncContainer leases;
    private final String lease;

    /**
     * The feed as one consumer sees it.
     *
     * @param connection to the database that has both containers
     */
    CosmosChangeFeed(
            CosmosConnection connection,
            ContainerSchema changing,
            ContainerSchema leases,
            String consumer) {
        this.changing = connection.container(changing);
        this.leases = connection.container(leases);
        this.lease = "local-" + consumer;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Cosmos DB does not announce changes: if there is none, the call waits for the whole time.
     */
    @Override
    public List<ChangedDocument> next(int max, Duration wait) throws InterruptedException {
        // A part of the container without changes has an empty page; another part may have some.
        Optional<FeedResponse<JsonNode>> page =
                changing.queryChangeFeed(start().setMaxItemCount(max), JsonNode.class)
                        .byPage()
                        .filter(changes -> !changes.getResults().isEmpty())
                        .next()
                        .blockOptional(BOUND);
        if (page.isEmpty()) {
            awaitTimeOrInterruption(wait);
        }
        return page.map(CosmosChangeFeed::documents).orElse(List.of());
    }

    /** The host ends a pump by interrupting its thread. */
    private static void awaitTimeOrInterruption(Duration wait) throws InterruptedException {
        CountDownLatch nothing = new CountDownLatch(1);
        if (nothing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("A latch that is never counted down has opened");
        }
    }

    private static List<ChangedDocument> documents(FeedResponse<JsonNode> page) {
        String position = page.getContinuationToken();
        return page.getResults().stream()
                .map(document -> new ChangedDocument(position, document.toString()))
                .toList();
    }

    private CosmosChangeFeedRequestOptions start() {
        return leases.readItem(lease, new PartitionKey(lease), ObjectNode.class)
                .map(answer -> answer.getItem().path(CONTINUATION).asText())
                .onErrorResume(CosmosChangeFeed::isMissing, e -> Mono.empty())
                .map(CosmosChangeFeedRequestOptions::createForProcessingFromContinuation)
                .blockOptional(BOUND)
                .orElseGet(
                        () ->
                                CosmosChangeFeedRequestOptions.createForProcessingFromBeginning(
                                        FeedRange.forFullRange()));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof CosmosException e && e.getStatusCode() == NOT_FOUND;
    }

    @Override
    public void checkpoint(String position) {
        ObjectNode document = Json.object().put("id", lease).put(CONTINUATION, position);
        leases.upsertItem(document, new PartitionKey(lease), new CosmosItemRequestOptions())
                .block(BOUND);
    }
}
