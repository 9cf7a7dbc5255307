package no.altinn.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.FunctionName;

import no.altinn.acceptance.gateway.GatewayApi.Operation;
import no.altinn.events.functions.PlatformFunctions;
import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.testing.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the list of routes to the functions and the documents of the apps. */
class PublishedRoutesTest {
    /** The operations that API Management's current tiers take for an API. */
    private static final int MOST_OPERATIONS = 100;

    private static final int LONGEST_NAME = 80;

    private record Served(String name, String method, String path) {}

    private static List<HostedFunction> functions(String app) {
        return FunctionCatalog.scan(
                        setting -> Optional.of("any"), "no.altinn." + app + ".functions")
                .firedBy(Trigger.Http.class);
    }

    /** The routes that an app serves, without the function for all other routes. */
    private static List<Served> served(String app, Set<String> without) {
        return functions(app).stream()
                .filter(function -> !without.contains(function.name()))
                .flatMap(PublishedRoutesTest::each)
                .filter(one -> !one.path().contains("{*"))
                .toList();
    }

    private static Stream<Served> each(HostedFunction function) {
        Trigger.Http trigger = function.trigger(Trigger.Http.class);
        return trigger.methods().stream()
                .map(method -> new Served(function.name(), method.name(), "/" + trigger.route()));
    }

    private static Set<String> namesOfPlatform(String app) {
        return app.equals("events")
                ? Arrays.stream(PlatformFunctions.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(FunctionName.class))
                        .map(method -> method.getAnnotation(FunctionName.class).value())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static JsonNode document(String app) throws IOException {
        String file = "/no/altinn/%s/help/openapi.json".formatted(app);
        try (InputStream in = PlatformFunctions.class.getResourceAsStream(file)) {
            return Json.parse(
                    new String(
                            Objects.requireNonNull(in, file).readAllBytes(),
                            StandardCharsets.UTF_8));
        }
    }

    private static List<JsonNode> described(String app) throws IOException {
        List<JsonNode> operations = new ArrayList<>();
        for (JsonNode path : document(app).required("paths")) {
            path.forEach(
                    operation -> {
                        if (operation.has("operationId")) {
                            operations.add(operation);
                        }
                    });
        }
        return operations;
    }

    private static boolean isForPlatformAlone(JsonNode operation) {
        JsonNode security = operation.path("security");
        return !security.isEmpty() && all(security, need -> !need.has("altinnToken"));
    }

    private static boolean all(JsonNode nodes, java.util.function.Predicate<JsonNode> holds) {
        for (JsonNode node : nodes) {
            if (!holds.test(node)) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "authentication"})
    void everyPublicFunctionIsPublishedAndNothingElse(String app) {
        List<Served> published =
                GatewayFiles.api(app).operations().stream()
                        .map(one -> new Served(one.name(), one.method(), "/" + app + one.path()))
                        .toList();

        assertThat(published)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(served(app, namesOfPlatform(app)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "authentication"})
    void everyFunctionOfThePlatformIsClosed(String app) {
        Set<String> names = namesOfPlatform(app);
        Set<String> routes =
                served(app, Set.of()).stream()
                        .filter(one -> names.contains(one.name()))
                        .map(Served::path)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(GatewayFiles.api(app).closed())
                .extracting(path -> "/" + app + "/" + path)
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "authentication"})
    void whatIsForThePlatformIsSoInTheDocumentToo(String app) throws IOException {
        Set<String> described =
                described(app).stream()
                        .filter(PublishedRoutesTest::isForPlatformAlone)
                        .map(operation -> operation.required("operationId").asText())
                        .collect(Collectors.toSet());

        // The authentication app's outside tokens are not the platform's.
        described.remove("ExchangeToken");
        assertThat(described).isEqualTo(namesOfPlatform(app));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "authentication"})
    void everyDescribedOperationHasItsNameAtTheGateway(String app) throws IOException {
        Set<String> named =
                GatewayFiles.api(app).operations().stream()
                        .map(Operation::name)
                        .collect(Collectors.toSet());
        Set<String> described =
                described(app).stream()
                        .map(operation -> operation.required("operationId").asText())
                        .filter(name -> !namesOfPlatform(app).contains(name))
                        .collect(Collectors.toSet());

        assertThat(named).containsAll(described);
    }

    @Test
    void pathsAreWrittenAsTheGatewayReadsThem() {
        for (GatewayApi api : GatewayFiles.apis()) {
            assertThat(api.operations())
                    .extracting(Operation::path)
                    .allMatch(path -> path.matches("(?:/(?:[A-Za-z0-9._-]+|\\{[A-Za-z]+\\}))+"));
            assertThat(api.operations())
                    .extracting(Operation::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.length() <= LONGEST_NAME)
                    // A name in a list of names is found between bars.
                    .allMatch(name -> name.matches("[A-Za-z]+"));
            assertThat(api.operations())
                    .extracting(one -> one.method() + " " + one.path().toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void noApiHasMoreOperationsThanTheGatewayTakes() {
        int others = 2 * GatewayFiles.otherMethods().size();

        assertThat(GatewayFiles.apis())
                .extracting(api -> api.operations().size() + others)
                .allMatch(count -> count <= MOST_OPERATIONS);
    }

    @Test
    void anyMethodThatAnAppAnswersReachesItsApi() {
        Set<String> methods =
                Stream.of("events", "authentication", "rest")
                        .flatMap(app -> functions(app).stream())
                        .flatMap(PublishedRoutesTest::each)
                        .map(Served::method)
                        .collect(Collectors.toSet());

        assertThat(GatewayFiles.otherMethods()).containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void everyAppsAddressesBelongToOneApi() {
        assertThat(GatewayFiles.apis())
                .extracting(GatewayApi::path)
                .containsExactly("events", "authentication", "api", "");
        for (String app : List.of("events", "authentication", "rest")) {
            assertThat(served(app, Set.of()))
                    .allMatch(one -> one.path().startsWith("/" + GatewayFiles.api(app).path()));
        }
    }
}
