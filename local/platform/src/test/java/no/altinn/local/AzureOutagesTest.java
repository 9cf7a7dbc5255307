package no.altinn.local;

import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.Blobs;
import no.altinn.testing.azurite.WithAzurite;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cosmos DB or Storage Queues answer errors to the adapters that are deployed, and then everything
 * goes on.
 */
@Tag("proof")
@ExtendWith(WithAzurite.class)
final class AzureOutagesTest {
    private static final Pattern QUEUE_SERVICE = Pattern.compile("QueueEndpoint=(http://[^/]+)");

    /** More requests than are made before the test lets the errors end. */
    private static final int ENDLESS = 20_000;

    private static final Duration STEP = Duration.ofSeconds(20);

    /** What answers errors. */
    enum Part {
        COSMOS,
        CHANGE_FEED,
        QUERIES,
        QUEUES;

        private Set<Operation> operations() {
            return switch (this) {
                case COSMOS ->
                        Set.of(
                                Operation.CHANGE_FEED,
                                Operation.CREATE,
                                Operation.PATCH,
                                Operation.QUERY,
                                Operation.READ,
                                Operation.REPLACE,
                                Operation.UPSERT);
                case CHANGE_FEED -> Set.of(Operation.CHANGE_FEED);
                case QUERIES -> Set.of(Operation.QUERY);
                case QUEUES -> Set.of();
            };
        }
    }

    private final Azurite azurite;
    private final Azurite blobs;
    private final CosmosServer account = new CosmosServer();
    @TempDir private Path data;
    private RelayedQueues queues;
    private MovedPlatform platform;

    AzureOutagesTest(Azurite azurite, @Blobs Azurite blobs) {
        this.azurite = azurite;
        this.blobs = blobs;
    }

    @BeforeEach
    void start() {
        Matcher service = QUEUE_SERVICE.matcher(azurite.connectionString());
        if (!service.find()) {
            throw new IllegalStateException("Azurite is reached by http");
        }
        queues = new RelayedQueues(URI.create(service.group(1)));
        platform =
                new MovedPlatform(
                        data,
                        Map.of(
                                "Events__Backend",
                                "azure",
                                "Events__RetrySchedule",
                                "PT1S,PT1S",
                                "Cosmos",
                                "AccountEndpoint=" + account.endpoint() + ";AccountKey=a2V5",
                                "Queues",
                                azurite.connectionString()
                                        .replace(service.group(1), queues.address().toString()),
                                "Blobs",
                                blobs.connectionString()));
    }

    @AfterEach
    void stop() {
        platform.close();
        queues.close();
        account.close();
    }

    private void leave(Part part) {
        Fault refused = new Fault.Refused(503, Duration.ZERO);
        part.operations().forEach(operation -> account.faults().next(operation, ENDLESS, refused));
        if (part == Part.QUEUES) {
            queues.leave();
        }
    }

    private void comeBack() {
        account.faults().clear();
        queues.comeBack();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void afterErrorsOfAnyPartEventsArePushedRetriedAndSubscriptionsValidated(Part part) {
        platform.subscribe("pushed");
        int unvalidated = platform.addUnvalidated("validated");
        platform.refuseNext("pushed");

        platform.append("before");
        leave(part);
        platform.awaitHealth(503);
        comeBack();
        platform.append("after");

        platform.passUntil(
                STEP,
                () ->
                        platform.isPushed("pushed", "before")
                                && platform.isPushed("pushed", "after"));
        platform.passUntil(STEP, () -> platform.isValidated(unvalidated));
        platform.awaitHealth(200);
    }
}
