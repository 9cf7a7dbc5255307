package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.FunctionName;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts and the workbook ask for what the apps tell, by the names that they tell it under. */
class WatchedTelemetryTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path INFRASTRUCTURE = ROOT.resolve("infra-bicep");

    /** The beginnings of the apps' metrics; other quoted texts in queries are no metrics. */
    private static final String METRIC =
            "(?:events|deliveries|queues|notices|breaker|subscriptions|filters|pull|jobs|pdp|cosmos)"
                    + "\\.[a-z_.]+";

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(String pattern, Stream<String> texts) {
        Pattern compiled = Pattern.compile(pattern);
        return texts.flatMap(text -> compiled.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> shared = Files.walk(ROOT.resolve("shared/src/main"));
                Stream<Path> events = Files.walk(ROOT.resolve("functions/events/src/main"))) {
            return Stream.concat(shared, events)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(WatchedTelemetryTest::read)
                    .toList();
        }
    }

    private static Set<String> told() throws IOException {
        return found(
                "(?:counter|histogram|gauge|upDownCounter)Builder\\(\"([^\"]+)\"\\)",
                sources().stream());
    }

    private static List<String> workbookQueries() {
        return Json.parse(read(INFRASTRUCTURE.resolve("workbook.json")))
                .findValues("query")
                .stream()
                .map(JsonNode::textValue)
                .toList();
    }

    private static Set<String> alertQueries() {
        return found(
                "query: '(.+)'\n", Stream.of(read(INFRASTRUCTURE.resolve("modules/alerts.bicep"))));
    }

    private static Stream<String> queries() {
        return Stream.concat(workbookQueries().stream(), alertQueries().stream());
    }

    private static Set<String> functions() {
        return Stream.of(
                        TriggerFunctions.class,
                        JobTriggers.class,
                        KeyFunctions.class,
                        PullFunctions.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FunctionName.class))
                .map(WatchedTelemetryTest::name)
                .collect(Collectors.toSet());
    }

    private static String name(Method function) {
        return function.getAnnotation(FunctionName.class).value();
    }

    @Test
    void everyMetricThatIsAskedForIsTold() throws IOException {
        assertThat(found("\"(" + METRIC + ")\"", queries())).isNotEmpty().isSubsetOf(told());
    }

    @Test
    void everyMetricThatIsToldIsOnThePage() throws IOException {
        assertThat(found("\"(" + METRIC + ")\"", workbookQueries().stream()))
                .containsExactlyInAnyOrderElementsOf(told());
    }

    @Test
    void everyAttributeThatIsAskedForIsTold() throws IOException {
        assertThat(found("Properties\\.([a-z_]+)", queries()))
                .isNotEmpty()
                .isSubsetOf(found("Key\\(\"([a-z_]+)\"\\)", sources().stream()));
    }

    @Test
    void everyRuleAboutWhatTheAppCountsIsThere() {
        assertThat(found("\"(" + METRIC + ")\"", alertQueries().stream()))
                .containsExactlyInAnyOrder(
                        "deliveries.dead",
                        "events.published",
                        "events.relay.lag",
                        "notices.malformed",
                        "queues.oldest");
    }

    @Test
    void theTextThatThePageLooksForIsLogged() throws IOException {
        assertThat(sources())
                .anySatisfy(
                        source ->
                                assertThat(source)
                                        .contains("\"sweep found={} scheduled={} failed={}\""));
        assertThat(workbookQueries())
                .anySatisfy(
                        query ->
                                assertThat(query)
                                        .contains(
                                                "\"sweep found=\" Found:long \" scheduled=\""
                                                        + " Scheduled:long \" failed=\""));
    }

    @Test
    void everyFunctionThatThePageNamesIsThere() {
        Set<String> named =
                found("OperationName in \\(([^)]+)\\)", workbookQueries().stream()).stream()
                        .flatMap(names -> Pattern.compile("\\w+").matcher(names).results())
                        .map(match -> match.group())
                        .collect(Collectors.toSet());

        assertThat(named).isNotEmpty().isSubsetOf(functions());
    }

    @Test
    void everyTableIsOneThatTheDeploymentFills() {
        // The workspace has Usage and _LogOperation by itself. The other tables come from the apps
        // and from the queues' diagnostic setting.
        assertThat(found("(?:^|\\n)\\s*([A-Za-z_]+) \\|", queries()))
                .containsExactlyInAnyOrder(
                        "AppMetrics",
                        "AppRequests",
                        "AppTraces",
                        "StorageQueueLogs",
                        "Usage",
                        "_LogOperation");
        assertThat(read(INFRASTRUCTURE.resolve("modules/storage.bicep")))
                .containsPattern("scope: queueService[\\s\\S]+category: 'StorageWrite'");
    }

    @Test
    void thePageReadsTheWorkspaceThatIsDeployed() {
        assertThat(read(INFRASTRUCTURE.resolve("modules/workbook.bicep")))
                .contains(
                        "replace(loadTextContent('../workbook.json'), '{{workspaceId}}',"
                                + " workspaceId)");
        assertThat(
                        Json.parse(read(INFRASTRUCTURE.resolve("workbook.json")))
                                .findValues("crossComponentResources"))
                .hasSize(workbookQueries().size())
                .allSatisfy(
                        resources ->
                                assertThat(resources.get(0).textValue())
                                        .isEqualTo("{{workspaceId}}"));
    }
}
