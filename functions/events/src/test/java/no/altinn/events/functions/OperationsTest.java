package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.feed.FeedBatch;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.statistics.MemoryStatistics;
import no.altinn.events.telemetry.MeteredDeliveryStore;
import no.altinn.events.telemetry.MeteredEventStore;
import no.altinn.events.telemetry.RelayLag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators are told of is what the app does, by the names that it does it under. */
class OperationsTest {
    private static final Path INFRASTRUCTURE = Path.of("../../infra-bicep");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static Set<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(INFRASTRUCTURE.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Stream<Method> triggers() {
        return Stream.of(TriggerFunctions.class, JobTriggers.class, KeyFunctions.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FunctionName.class));
    }

    @Test
    void everyTriggerIsWatched() throws IOException {
        Set<String> functions =
                triggers()
                        .map(method -> method.getAnnotation(FunctionName.class).value())
                        .collect(Collectors.toSet());

        assertThat(found("modules/alerts.bicep", "(?<=OperationName in \\()[^)]+"))
                .singleElement()
                .satisfies(
                        names ->
                                assertThat(names.replace("\"", "").split(", "))
                                        .containsExactlyInAnyOrderElementsOf(functions));
    }

    @Test
    void everyMetricThatIsWatchedIsToldByTheApp() throws IOException {
        Meter meter = TELEMETRY.getOpenTelemetry().getMeter("test");
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:s\",\"type\":\"t\","
                        + "\"resource\":\"urn:altinn:resource:r\"}";
        new MeteredEventStore(mock(EventStore.class), meter)
                .append(List.of(EventReader.structured(event)));
        new RelayLag(meter, Clock.fixed(NOW, ZoneOffset.UTC))
                .relayed(new FeedBatch(List.of(), Optional.of(NOW), 0));
        DeliveryStore deliveries = mock();
        when(deliveries.record(any(), any(), any())).thenReturn(true);
        new MeteredDeliveryStore(
                        deliveries,
                        new CountedAttempts(new MemoryStatistics(), Clock.systemUTC()),
                        meter,
                        Clock.systemUTC())
                .record(
                        new DeliveryKey(1, "id"),
                        new Attempt(12, NOW, Duration.ZERO, 503, ""),
                        new DeliveryState.Dead(NOW));

        assertThat(TELEMETRY.getMetrics())
                .extracting(MetricData::getName)
                .containsAll(
                        found(
                                "modules/alerts.bicep",
                                "(?<=\")(events|deliveries)\\.[a-z.]+(?=\")"));
    }

    @Test
    void everyQueueIsDeployedWithTheOneForWhatItGivesUp() throws IOException {
        Set<String> queues = found("main.bicep", "(?<=queues: \\[)[^\\]]+");
        Set<String> deployed =
                queues.stream()
                        .flatMap(names -> Arrays.stream(names.replace("'", "").split(", ")))
                        .collect(Collectors.toSet());

        assertThat(deployed).containsAll(triggers().flatMap(OperationsTest::queue).toList());
        assertThat(deployed)
                .filteredOn(name -> !name.endsWith("-poison"))
                .allMatch(name -> deployed.contains(name + "-poison"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at21", "at22", "at23", "at24", "yt01", "tt02", "prod", "example"})
    void whoForgetsToSayWhoIsToldOfAlertsDeploysNothing(String environment) throws IOException {
        // With a default a shell without the variable would take the receiver away, silently.
        assertThat(found("parameters/" + environment + ".bicepparam", "(?<=alertEmail = ).+"))
                .containsExactly("readEnvironmentVariable('ALERT_EMAIL')");
    }

    @Test
    void theHostIsMadeToStartAJvmWhoseAgentKnowsItsSettings() throws IOException {
        assertThat(found("modules/function-app.bicep", "(?m)(?<=^  languageWorkers__java__).+"))
                .containsExactly("arguments: javaOptions");
    }

    private static Stream<String> queue(Method function) {
        return Arrays.stream(function.getParameters())
                .map(parameter -> parameter.getAnnotation(QueueTrigger.class))
                .filter(Objects::nonNull)
                .map(QueueTrigger::queueName);
    }
}
