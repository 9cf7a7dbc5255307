package no.altinn.events.webhook.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConcurrencyTest {
    @Test
    void theFunctionsHostRunsAsMuchAtOnceAsItsFileSays() throws IOException {
        JsonNode host = Json.parse(Files.readString(Path.of("../../host.json"))).path("extensions");

        assertThat(Concurrency.FUNCTIONS_HOST)
                .isEqualTo(
                        new Concurrency(
                                host.path("http").path("maxConcurrentRequests").intValue(),
                                host.path("queues").path("batchSize").intValue()
                                        + host.path("queues")
                                                .path("newBatchThreshold")
                                                .intValue()));
    }

    @Test
    void azureBringsTheWorkerNoMoreFirstAttemptsThanItsHostRunsAtOnce() throws IOException {
        String sites = Files.readString(Path.of("../../infra-bicep/main.bicep"));
        int worker = sites.indexOf("module eventsWorker ");

        // More would wait in the host, and be delivered late while other instances are idle.
        assertThat(sites.substring(worker, sites.indexOf("\n}", worker)))
                .contains("httpConcurrency: " + Concurrency.FUNCTIONS_HOST.firstAttempts() + "\n");
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void slowEndPointsHoldAQuarterOfTheHostAtMostWithThoseThatWaitForThem(CallKind kind) {
        int concurrency = Concurrency.FUNCTIONS_HOST.of(kind);
        Lane lane = new Lane(concurrency);

        assertThat(Trust.SLOW.share(lane.places()) + lane.mostBehindSlow())
                .isLessThanOrEqualTo(concurrency / 4 + 1);
    }
}
