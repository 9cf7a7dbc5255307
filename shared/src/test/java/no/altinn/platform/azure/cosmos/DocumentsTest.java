package no.altinn.platform.azure.cosmos;

import static no.altinn.platform.azure.cosmos.WriteOutcome.DONE;
import static no.altinn.platform.azure.cosmos.WriteOutcome.MISSING;
import static no.altinn.platform.azure.cosmos.WriteOutcome.REFUSED;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.platform.json.Json;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Writes of whole documents. */
class DocumentsTest {
    private static final ContainerSchema SCHEMA =
            new ContainerSchema("things", List.of("/id"), List.of(), List.of(), Duration.ZERO);

    private static CosmosServer server;
    private static CosmosConnection connection;

    private final String id = UUID.randomUUID().toString();
    private final PartitionKey key = new PartitionKey(id);
    private final Documents documents =
            new Documents(
                    connection, SCHEMA, new RequestCharges(OpenTelemetry.noop().getMeter("test")));

    @BeforeAll
    static void open() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        server = new CosmosServer();
        connection =
                DatabaseSetup.connect(
                        new CosmosSettings(
                                        server.endpoint(),
                                        new CosmosSettings.AccountKey("a2V5"),
                                        "events",
                                        false)
                                .with("other"),
                        List.of(SCHEMA));
    }

    @AfterAll
    static void close() {
        connection.close();
        server.close();
    }

    private ObjectNode document(String writer) {
        return Json.object().put("id", id).put("writer", writer);
    }

    private WriteOutcome upsert(String writer) {
        return documents.await(documents.upsert(document(writer), key)).orElseThrow();
    }

    private WriteOutcome replace(String writer, String etag) {
        return documents.await(documents.replace(document(writer), key, etag)).orElseThrow();
    }

    private Document stored() {
        return documents.await(documents.read(Consistency.STRONG, id, key)).orElseThrow();
    }

    @Test
    void aDocumentIsWrittenWhetherItIsThereOrNot() {
        assertThat(upsert("a")).isEqualTo(DONE);
        assertThat(upsert("b")).isEqualTo(DONE);

        assertThat(stored().text("writer")).isEqualTo("b");
    }

    @Test
    void aDocumentThatHasNotChangedIsReplaced() {
        upsert("a");

        assertThat(replace("b", stored().etag())).isEqualTo(DONE);
        assertThat(stored().text("writer")).isEqualTo("b");
    }

    @Test
    void aDocumentThatHasChangedIsNotReplaced() {
        upsert("a");
        String etag = stored().etag();
        upsert("b");

        assertThat(replace("c", etag)).isEqualTo(REFUSED);
        assertThat(stored().text("writer")).isEqualTo("b");
    }

    @Test
    void aDocumentThatIsGoneIsNotReplaced() {
        upsert("a");
        Document stored = stored();
        documents.await(documents.delete(stored, key));

        assertThat(replace("b", stored.etag())).isEqualTo(MISSING);
    }
}
