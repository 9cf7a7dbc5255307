package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logs that cost: each line comes once, and no row for each request to the database. */
class LogsTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");

    private static String read(String file) throws IOException {
        return Files.readString(INFRASTRUCTURE.resolve(file));
    }

    private static JsonNode logging() throws IOException {
        return Json.parse(Files.readString(Path.of("../../host.json"))).path("logging");
    }

    @Test
    void theHostsLinesComeByApplicationInsightsAlone() throws IOException {
        assertThat(read("modules/function-app.bicep"))
                .contains("APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnection")
                .contains("APPLICATIONINSIGHTS_INSTRUMENTATION_LOGGING_LEVEL: 'OFF'")
                .doesNotContain("category: 'FunctionAppLogs'")
                .doesNotContain("categoryGroup");
        // The app's own lines are the worker's console.
        assertThat(logging().at("/logLevel/Host.Function.Console").textValue())
                .isEqualTo("Information");
    }

    @Test
    void whatAlertsCountIsNotSampled() throws IOException {
        assertThat(logging().at("/applicationInsights/samplingSettings/excludedTypes").textValue())
                .isEqualTo("Request;Exception");
        // A successful call is a result at this level.
        assertThat(logging().at("/logLevel/Host.Results").textValue()).isEqualTo("Information");
    }

    @Test
    void theWorkspaceTakesNoMoreThanItsCapAndAnAlertTells() throws IOException {
        assertThat(read("modules/monitoring.bicep")).contains("dailyQuotaGb: dailyCapGb");
        assertThat(read("modules/alerts.bicep"))
                .contains("_LogOperation | where Category =~ \"Ingestion\"");
    }

    @Test
    void requestsToTheDatabaseAreLoggedOnlyWhereThatIsAskedFor() throws IOException {
        assertThat(read("modules/cosmos.bicep"))
                .containsPattern("category: 'DataPlaneRequests'\\s+enabled: logRequests")
                .containsPattern("category: 'PartitionKeyRUConsumption'\\s+enabled: logRequests");
        assertThat(read("main.bicep")).contains("param logDatabaseRequests bool = false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "tt02"})
    void whereRealLoadIsNobodyAsksForThat(String environment) throws IOException {
        assertThat(read("parameters/" + environment + ".bicepparam"))
                .doesNotContain("logDatabaseRequests = true");
    }
}
